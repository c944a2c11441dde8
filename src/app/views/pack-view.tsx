import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Pack } from '../../core/pack/schema';
import { faceTitles } from '../../core/words/faces';
import { Commands } from '../parts/commands';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { Lazy } from '../parts/lazy';
import { Parts } from '../parts/parts';
import { severityIcon, severityTone } from '../parts/status';
import { equalFits } from '../clear-fit';
import { severityCounts } from '../problems';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';
import { InsertTemplate } from './insert-template';
import { PackChoice } from './pack-choice';
import { OwnBadge, packFacts } from './pack-facts';
import type { SheetChoice } from './sheet-choice';

/** First screen: which document the workbook is assessed by, and one primary button. */
export function PackView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const [choosing, setChoosing] = useState(false);
  const { pack } = session;
  if (state.phase === 'opening') return <Commands session={session} state={state} wide />;
  const open = choosing || (!pack && state.phase === 'ready');
  const change = (): void => {
    void session.listPacks();
    setChoosing(true);
  };
  const done = (): void => {
    setChoosing(false);
    document.querySelector<HTMLElement>('.commands > .primary')?.focus();
  };
  return (
    <>
      {pack ? (
        <PackCard session={session} state={state} pack={pack} onChange={open ? undefined : change} />
      ) : (
        state.phase === 'ready' && <NoPack state={state} />
      )}
      {open && <PackChoice session={session} state={state} onChoose={() => setChoosing(true)} onDone={done} />}
      <Commands session={session} state={state} wide />
      <p class="links">
        {pack && (
          <button type="button" class="link" id="open-settings" title={words.pack.fillInHint} onClick={() => session.show('settings')}>
            {words.pack.fillIn}
          </button>
        )}
        {pack && !state.work && methodSheet(pack, state.sheets) !== undefined && (
          <button
            type="button"
            class="link"
            id="insert-method"
            title={words.pack.insertMethodHint}
            onClick={() => void session.insertTemplate(undefined)}
          >
            {words.pack.insertMethod(methodSheet(pack, state.sheets)!)}
          </button>
        )}
        {session.own.keptIn && (
          <button type="button" class="link" id="open-own" title={words.pack.ownHint} onClick={() => session.show('own')}>
            {words.pack.own}
          </button>
        )}
      </p>
      <InsertTemplate session={session} state={state} />
      {pack && !state.work && <Settings session={session} state={state} />}
      {pack && !state.work && <Sheets session={session} state={state} />}
    </>
  );
}

/** The sheet by which the workbook may state the method, where it has none yet. */
function methodSheet({ from_workbook: own, indicator_import: listed }: Pack, sheets: readonly string[]): string | undefined {
  const names = own?.system ?? listed?.sheet ?? [];
  return sheets.some((sheet) => names.some((name) => sheet.includes(name))) ? undefined : names[0];
}

function NoPack({ state }: { readonly state: SessionState }): JSX.Element {
  const several = equalFits(state.fits ?? []).length > 1;
  return (
    <div class="notice notice-warning">
      <Icon name="warning" />
      <div class="grow">
        <p>{several ? words.pack.several : words.pack.none}</p>
        {!several && <p class="next">{words.pack.noneNext}</p>}
      </div>
    </div>
  );
}

function PackCard({
  session,
  state,
  pack,
  onChange,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly pack: Pack;
  readonly onChange: (() => void) | undefined;
}): JSX.Element {
  const { examined, chosenBy } = state;
  const main = examined?.tables.find((table) => table.main);
  return (
    <section class="card" aria-labelledby="pack-title">
      <h2 id="pack-title">{pack.title}</h2>
      <OwnBadge session={session} pack={pack} />
      <Parts of={packFacts(pack)} />
      {examined && (
        <Parts
          of={[
            ...(chosenBy ? [words.pack.chosenBy[chosenBy]] : []),
            ...(main?.at
              ? [
                  words.pack.mainTable(main.at.sheet),
                  words.data.rows(main.at.rows, main.rowWord),
                  words.pack.mainColumns(main.columns.filter(({ at }) => at).length, main.columns.length),
                ]
              : [words.pack.noMainTable]),
          ]}
        />
      )}
      {examined && <Health session={session} problems={examined.problems} />}
      <p class="links">
        <button type="button" class="link" id="open-rules" onClick={() => session.showRules()}>
          {words.pack.rules}
        </button>
        {state.outcome && (
          <button type="button" class="link" onClick={() => session.show('result')}>
            {words.commands.seeResult}
          </button>
        )}
        {onChange && (
          <button type="button" class="link" onClick={onChange}>
            {words.pack.change}
          </button>
        )}
      </p>
    </section>
  );
}

/** One line on the data; pressing it shows the problems. */
function Health({
  session,
  problems,
}: {
  readonly session: Session;
  readonly problems: NonNullable<SessionState['examined']>['problems'];
}): JSX.Element {
  const counts = severityCounts(problems).filter(({ severity }) => severity !== 'info');
  if (counts.length === 0) {
    return (
      <p class="health">
        <span class="badge tone-met">
          <Icon name="success" />
          {words.pack.ready}
        </span>
      </p>
    );
  }
  return (
    <p class="health">
      {counts.map(({ severity, count }) => (
        <button
          key={severity}
          type="button"
          class={`badge button-badge tone-${severityTone[severity]}`}
          onClick={() => session.show('check')}
        >
          <Icon name={severityIcon[severity]} />
          {words.check.count(words.check.severity[severity], count)}
        </button>
      ))}
    </p>
  );
}

/** Few change what is written, so what it takes comes when somebody looks. */
const sheetChoice = async (): Promise<typeof SheetChoice> => (await import(/* webpackChunkName: "sheets" */ './sheet-choice')).SheetChoice;

function Sheets({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const [opened, setOpened] = useState(false);
  const { faces, cards } = state.choices.sheetChoices;
  const titles = faces?.map((face) => faceTitles[face]) ?? [words.pack.allSheets];
  const said = titles.length === 0 ? [words.pack.onlyCover] : titles;
  return (
    <Disclosure
      id="open-sheets"
      title={words.pack.sheets}
      aside={words.listed(cards ? [...said, words.pack.cards] : said)}
      onOpen={() => setOpened(true)}
    >
      {opened && <Lazy load={sheetChoice} props={{ session, state }} />}
    </Disclosure>
  );
}

function Settings({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { examined } = state;
  return (
    <Disclosure title={words.pack.settings} aside={examined ? words.pack.dates(examined.dataYear.short, session.asOf) : session.asOf}>
      {examined && <p class="quiet">{examined.dataYear.placed}</p>}
      <label class="field">
        <span>{words.pack.asOf}</span>
        <input
          type="date"
          value={session.asOf}
          aria-describedby="as-of-hint"
          onChange={(event) => void session.chooseDate(event.currentTarget.value || undefined)}
        />
      </label>
      <p class="quiet" id="as-of-hint">
        {words.pack.asOfHint}
      </p>
      <label class="field">
        <span>{words.pack.sheet}</span>
        <select value={state.choices.sheet ?? ''} onChange={(event) => void session.chooseSheet(event.currentTarget.value || undefined)}>
          <option value="">{words.pack.sheetAuto}</option>
          {state.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </select>
      </label>
    </Disclosure>
  );
}
