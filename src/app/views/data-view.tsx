import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { own } from '../../core/own';
import { CellLink } from '../parts/cell-link';
import { Commands } from '../parts/commands';
import { Disclosure } from '../parts/disclosure';
import { Parts } from '../parts/parts';
import type { Session } from '../session';
import type { SessionState } from '../state';
import type { ColumnView, Sure, TableView } from '../tables';
import { appWords as words } from '../words';
import { InsertTemplate } from './insert-template';
import { PointAtTable } from './point-at-table';
import { YearField } from './year-field';

const sureTone: Readonly<Record<Sure, string>> = { sure: 'met', likely: 'neutral', doubtful: 'explain' };

/** Which tables of the workbook serve the pack, how sure that is, and which header serves which column. */
export function DataView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { examined } = state;
  const tables = examined?.tables ?? [];
  const found = tables.filter(({ at }) => at !== undefined);
  const lacking = tables.filter(({ at }) => at === undefined);
  const main = tables.find((table) => table.main);
  const mapped = Object.values(session.mapping).some((columns) => Object.keys(columns).length > 0);
  return (
    <>
      <Commands session={session} state={state} />
      <h2>{words.data.heading}</h2>
      {!session.pack && <p>{words.check.cleanNoPack}</p>}
      {examined && <p class="quiet">{words.data.found(found.length, tables.length)}</p>}
      <InsertTemplate session={session} state={state} />
      {session.pack && <YearField session={session} state={state} />}
      {examined && main && !main.at && <PointAtTable session={session} state={state} shapes={examined.shapes} table={main} />}
      {found.map((table) => (
        <FoundTable key={table.id} session={session} state={state} table={table} />
      ))}
      {lacking.length > 0 && (
        <Disclosure title={words.data.others} aside={words.data.tableCount(lacking.length)}>
          <ul class="plain">
            {lacking.map(({ id, title, rowWord, required }) => (
              <li key={id}>
                <p class="strong">{title}</p>
                <p class="quiet">
                  {words.joined([words.data.notFound, required ? words.data.required : words.data.optional, words.data.each(rowWord)])}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mapped && (
        <>
          <p class="quiet">{words.data.remembered}</p>
          <button type="button" class="button small" onClick={() => void session.forgetMapping()}>
            {words.data.forget}
          </button>
        </>
      )}
    </>
  );
}

function FoundTable({
  session,
  state,
  table,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly table: TableView;
}): JSX.Element {
  const { choices } = table;
  const matched = table.columns.filter(({ at }) => at !== undefined);
  const lacking = table.columns.filter(({ at }) => at === undefined);
  const doubtful = matched.filter((column) => column.doubtful);
  const { at } = table;
  if (!at) return <></>;
  const select = (column: ColumnView, folded = false): JSX.Element => (
    <HeaderSelect session={session} disabled={state.work !== undefined} table={table} column={column} folded={folded} />
  );
  return (
    <section class="card" aria-labelledby={`table-${table.id}`}>
      <div class="row">
        <h3 class="grow" id={`table-${table.id}`}>
          <CellLink session={session} sheet={at.sheet} cell={at.cell}>
            {at.sheet}
          </CellLink>
        </h3>
        <span class={`badge tone-${sureTone[at.sure]}`}>{words.data.sure[at.sure]}</span>
      </div>
      <Parts
        of={[
          table.single ? words.data.rowCount(at.rows) : words.data.rows(at.rows, table.rowWord),
          words.data.columns(matched.length, table.columns.length),
        ]}
      />
      {doubtful.length > 0 && (
        <ul class="columns">
          {doubtful.map((column) => (
            <li key={column.key}>
              {matchedColumn(session, column)}
              {select(column)}
            </li>
          ))}
        </ul>
      )}
      {lacking.length > 0 && (
        <Disclosure title={words.data.missing} aside={words.data.columnCount(lacking.length)}>
          <p class="quiet">{words.data.missingHint}</p>
          <ul class="columns">
            {lacking.map((column) => (
              <li key={column.key}>
                <span class="grow">{column.title}</span>
                {choices.length > 0 || column.byHand !== undefined ? select(column) : <span class="quiet">{words.data.absent}</span>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Disclosure title={words.data.matched} aside={words.data.columnCount(matched.length)}>
        <ul class="columns">
          {matched.map((column) => (
            <li key={column.key}>
              {matchedColumn(session, column)}
              {select(column, column.byHand === undefined)}
            </li>
          ))}
        </ul>
      </Disclosure>
      {table.unused.length > 0 && (
        <Disclosure title={words.data.unused} aside={words.data.columnCount(table.unused.length)}>
          <ul class="columns">
            {table.unused.map(({ header, cell }) => (
              <li key={cell}>
                <span class="grow">{header}</span>
                <CellLink session={session} sheet={at.sheet} cell={cell} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function matchedColumn(session: Session, { title, at, doubtful, byHand }: ColumnView): JSX.Element {
  const same = at?.header === title;
  const note = byHand !== undefined ? words.data.byHand : doubtful ? words.data.doubtful : undefined;
  return (
    <span class="grow">
      {!same && <span>{title}</span>}
      {at && (
        <span class={same ? 'matched' : 'quiet matched'}>
          <CellLink session={session} sheet={at.sheet} cell={at.cell}>
            {at.header}
          </CellLink>
          {at.unit !== undefined && <span class="quiet">{at.unit}</span>}
          {note !== undefined && <span class={`badge tone-${byHand !== undefined ? 'neutral' : 'explain'}`}>{note}</span>}
        </span>
      )}
    </span>
  );
}

function HeaderSelect({
  session,
  disabled,
  table,
  column,
  folded,
}: {
  readonly session: Session;
  readonly disabled: boolean;
  readonly table: TableView;
  readonly column: ColumnView;
  readonly folded: boolean;
}): JSX.Element | null {
  const [open, setOpen] = useState(!folded);
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (open && folded) list.current?.focus();
  }, [open]);
  // What was chosen a moment ago counts, not what the last look was asked with.
  const chosen = own(own(session.mapping, table.id) ?? {}, column.key);
  const { choices } = table;
  if (choices.length === 0 && chosen === undefined) return null;
  const options = chosen === undefined || choices.includes(chosen) ? choices : [chosen, ...choices];
  if (!open) {
    return (
      <button type="button" class="link short" aria-label={words.data.chooseHeader(column.title)} onClick={() => setOpen(true)}>
        {words.data.change}
      </button>
    );
  }
  return (
    <select
      ref={list}
      class="short"
      aria-label={words.data.chooseHeader(column.title)}
      value={chosen ?? ''}
      disabled={disabled}
      onChange={(event) => void session.mapColumn(table.id, column.key, event.currentTarget.value || undefined)}
    >
      <option value="">{column.at ? words.data.auto : words.data.absent}</option>
      {options.map((header) => (
        <option key={header} value={header}>
          {header}
        </option>
      ))}
    </select>
  );
}
