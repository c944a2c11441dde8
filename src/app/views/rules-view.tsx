import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Pack } from '../../core/pack/schema';
import { RULE_GROUPS, type RuleLine } from '../../core/rule-book/rule-line';
import { foldText } from '../../core/table/fold';
import { ruleBookWords } from '../../core/words/rule-book';
import { LongList } from '../parts/long-list';
import { Parts } from '../parts/parts';
import { SubPage } from '../parts/sub-page';
import { ruleAppWords as words } from '../rule-words';
import type { Session } from '../session';
import type { CameForRule, Outcome, SessionState } from '../state';
import { appWords } from '../words';
import { OwnBadge, packFacts } from './pack-facts';
import { RuleEntry } from './rule-entry';

/** Lines of a group that are shown at once. */
const FIRST = 12;

/** Everything that the pack does: on which words each rule rests, what was decided where they are silent, how to change it, what came of it. */
export function RulesView({
  session,
  state,
  pack,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly pack: Pack;
}): JSX.Element {
  const { cameForRule: came } = state;
  const lines = useLines(session, state, pack);
  const [query, setQuery] = useState('');
  useEffect(() => {
    // Whoever came for the page as a whole: what they pressed is gone, and the page came later than the focus was given.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-heading]')?.focus();
  }, []);
  return (
    <SubPage title={words.heading} onBack={() => session.show(came.from, came.landing)}>
      <h3>{pack.title}</h3>
      <OwnBadge session={session} pack={pack} />
      <Parts of={[...packFacts(pack), words.id(pack.pack, pack.version)]} />
      {pack.jurisdiction.inferred !== undefined && <p>{pack.jurisdiction.inferred}</p>}
      {session.own.of(pack.pack) && <p class="quiet">{words.own}</p>}
      <Standing state={state} outcome={outcomeOf(state, pack)} />
      {lines ? (
        <Lines session={session} lines={lines} came={came} outcome={outcomeOf(state, pack)} query={query} onQuery={setQuery} />
      ) : (
        <p class="quiet">{words.loading}</p>
      )}
    </SubPage>
  );
}

/** Asked again whenever the workbook was looked at again: what it says of parameters may have changed. */
function useLines(session: Session, { examined }: SessionState, pack: Pack): readonly RuleLine[] | undefined {
  const [lines, setLines] = useState<readonly RuleLine[]>();
  useEffect(() => {
    let left = false;
    void session.rules().then((found) => !left && found && setLines(found));
    return () => void (left = true);
  }, [examined, pack]);
  return lines;
}

const outcomeOf = ({ outcome }: SessionState, { pack }: Pack): Outcome | undefined => (outcome?.last.pack === pack ? outcome : undefined);

/** Of which run the conclusions are. */
function Standing({ state, outcome }: { readonly state: SessionState; readonly outcome: Outcome | undefined }): JSX.Element | null {
  if (!outcome) return <p class="quiet">{words.notScored}</p>;
  if (!outcome.detail) return <p class="quiet">{words.earlier}</p>;
  return state.stale ? <p class="quiet">{appWords.result.stale}</p> : null;
}

/** Everything that a person may search a line by. */
function searchText({ kind, title, consequence = '', source, quotes, decided, notes, settings }: RuleLine): string {
  return foldText(
    [
      ...[kind, title, consequence, ruleBookWords.sources[source], ...notes],
      ...quotes.flatMap(({ place, words: said }) => [place, said]),
      ...decided.flatMap(({ id, what, why }) => [id, what, why]),
      ...settings.map((setting) => setting.title),
    ].join('\n'),
  );
}

/** The line that somebody came for: of a checklist the item whose words led there. */
function wantedLine(lines: readonly RuleLine[], { line, quote }: CameForRule): string | undefined {
  if (line === undefined) return undefined;
  const below = lines.filter(({ key }) => key.startsWith(`${line}:`));
  return below.find(({ quotes }) => quotes.some(({ words: said }) => said === quote))?.key ?? line;
}

function Lines({
  session,
  lines,
  came,
  outcome,
  query,
  onQuery,
}: {
  readonly session: Session;
  readonly lines: readonly RuleLine[];
  readonly came: CameForRule;
  readonly outcome: Outcome | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}): JSX.Element {
  const texts = useMemo(() => new Map(lines.map((line) => [line.key, searchText(line)])), [lines]);
  const wanted = useMemo(() => wantedLine(lines, came), [lines]);
  const folded = foldText(query);
  const found = lines.filter(({ key }) => texts.get(key)!.includes(folded));
  return (
    <>
      <label class="field">
        <span>{words.search}</span>
        <input type="search" value={query} placeholder={words.searchHint} onInput={(event) => onQuery(event.currentTarget.value)} />
      </label>
      <p class="quiet" role="status">
        {found.length === 0 ? words.none : words.count(found.length, lines.length)}
      </p>
      {RULE_GROUPS.map((group) => {
        const all = found.filter((line) => line.group === group);
        const at = all.findIndex(({ key }) => key === wanted);
        return all.length === 0 ? null : (
          <section key={`${group}:${folded}`} aria-labelledby={`rules-${group}`}>
            <div class="row baseline">
              <h3 class="grow" id={`rules-${group}`}>
                {ruleBookWords.groups[group]}
              </h3>
              <span class="quiet">{words.items(all.length)}</span>
            </div>
            <LongList
              className="plain"
              first={Math.max(FIRST, at + 1)}
              count={all.length}
              render={(index) => {
                const line = all[index]!;
                return <RuleEntry key={line.key} session={session} line={line} outcome={outcome} wanted={line.key === wanted} />;
              }}
            />
          </section>
        );
      })}
    </>
  );
}
