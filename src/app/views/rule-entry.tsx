import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FindingStatus } from '../../core/judge/finding';
import type { RuleLine, RuleOutcome, RuleSetting } from '../../core/rule-book/rule-line';
import { settingText } from '../../core/rule-book/setting-text';
import { linkTo } from '../../core/report/cell-link';
import { ruleBookWords } from '../../core/words/rule-book';
import { findingAt, type FindingGroup } from '../findings';
import { CellLink } from '../parts/cell-link';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { ruleAppWords as words } from '../rule-words';
import type { Session } from '../session';
import type { Outcome } from '../state';
import { Item, Tally } from './findings-list';

const FIRST = 5;

/** One rule: its name and what came of it, and on demand everything that it rests on. */
export function RuleEntry({
  session,
  line,
  outcome,
  wanted,
}: {
  readonly session: Session;
  readonly line: RuleLine;
  readonly outcome: Outcome | undefined;
  /** Somebody came for this one. */
  readonly wanted: boolean;
}): JSX.Element {
  const [open, setOpen] = useState(wanted);
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) summary.current?.focus();
  }, []);
  const found = outcome?.detail?.outcomes[line.key];
  return (
    <details class="disclosure" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>
        <Icon name="chevron" />
        <span class="grow">
          {line.title}
          <span class="rule-kind">
            {[line.kind, ruleBookWords.sources[line.source], ...new Set(line.quotes.map(({ place }) => place))].join(' · ')}
          </span>
        </span>
        <Aside found={found} />
      </summary>
      {open && (
        <div class="disclosed">
          <Ground session={session} line={line} />
          {found && outcome && <Conclusion session={session} line={line} found={found} outcome={outcome} />}
        </div>
      )}
    </details>
  );
}

const sum = (counts: Readonly<Record<FindingStatus, number>>): number => Object.values(counts).reduce((all, count) => all + count, 0);

function Aside({ found }: { readonly found: RuleOutcome | undefined }): JSX.Element | null {
  if (found?.text.startsWith(ruleBookWords.notMade(''))) return <span class="aside">{words.notMade}</span>;
  if (!found?.counts || sum(found.counts) === 0) return null;
  return (
    <span class="aside">
      <Tally counts={found.counts} />
    </span>
  );
}

/** The document's words, what was decided beside them, and what can be set otherwise. */
function Ground({ session, line }: { readonly session: Session; readonly line: RuleLine }): JSX.Element {
  const { consequence, quotes, decided, notes, settings } = line;
  return (
    <>
      {quotes.map(({ place, words: said, isRow }) =>
        isRow ? (
          <p key={place + said}>{ruleBookWords.quote(place, said, isRow)}</p>
        ) : (
          <blockquote key={place + said}>{ruleBookWords.quote(place, said, isRow)}</blockquote>
        ),
      )}
      {consequence !== undefined && <p>{ruleBookWords.consequence(consequence)}</p>}
      {(decided.length > 0 || notes.length > 0) && <p class="strong">{words.decided}</p>}
      {decided.map(({ id, what, why }) => (
        <p key={id}>
          {what}
          <span class="rule-kind">{words.why(id, why)}</span>
        </p>
      ))}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {settings.length > 0 && <Settings session={session} settings={settings} />}
    </>
  );
}

function Settings({ session, settings }: { readonly session: Session; readonly settings: readonly RuleSetting[] }): JSX.Element {
  return (
    <>
      <p class="row">
        <span class="strong grow">{words.settings}</span>
        <button type="button" class="link" onClick={() => session.show('settings')}>
          {words.change}
        </button>
      </p>
      <ul class="plain">
        {settings.map((setting) => {
          const link = linkTo(setting.cell);
          return (
            <li key={setting.title}>
              {settingText(setting)} {link && <CellLink session={session} sheet={link.sheet} cell={link.cell} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What came of it: in numbers, finding by finding, and where the sheets show it. */
function Conclusion({
  session,
  line,
  found,
  outcome,
}: {
  readonly session: Session;
  readonly line: RuleLine;
  readonly found: RuleOutcome;
  readonly outcome: Outcome;
}): JSX.Element {
  const findings = findingsOf(outcome.detail?.groups ?? [], line.key);
  const at = found.at && { ...found.at, sheet: writtenAs(outcome, found.at.sheet) };
  return (
    <>
      <p class="row">
        <span class="strong grow">{words.outcome}</span>
        {at && (
          <CellLink session={session} sheet={at.sheet} cell={at.cell}>
            {words.toSheet}
          </CellLink>
        )}
      </p>
      <p>{found.text}</p>
      {findings.length > 0 && (
        <LongList
          className="items"
          first={FIRST}
          count={findings.length}
          render={(index) => {
            const { group, at: place } = findings[index]!;
            return <Item session={session} finding={findingAt(group, place)} />;
          }}
        />
      )}
    </>
  );
}

/** The name that the host gave a result sheet. */
function writtenAs({ last, detail }: Outcome, sheet: string): string {
  return last.written[detail?.sheets.indexOf(sheet) ?? -1] ?? sheet;
}

/** Findings of a rule, in the order of their groups. */
function findingsOf(groups: readonly FindingGroup[], key: string): { readonly group: FindingGroup; readonly at: number }[] {
  return groups.flatMap((group) => group.findings.rules.flatMap((rule, at) => (group.rules[rule]?.key === key ? [{ group, at }] : [])));
}
