import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../session';
import type { SessionState } from '../state';
import type { TableShape, TableView } from '../tables';
import { own } from '../../core/own';
import { appWords as words } from '../words';

/** For a main table that no header gave away: the person picks the table, then the header of its name column and of each column that must be there. */
export function PointAtTable({
  session,
  state,
  shapes,
  table,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly shapes: readonly TableShape[];
  readonly table: TableView;
}): JSX.Element {
  const [picked, setPicked] = useState('');
  if (shapes.length === 0) return <p>{words.data.noneAtAll}</p>;
  const shape = shapes[Number(picked === '' ? NaN : picked)];
  const wanted = table.columns.filter(({ required }) => required);
  return (
    <section class="card" aria-labelledby="by-hand">
      <h3 id="by-hand">{words.data.forHand}</h3>
      <p class="quiet">{words.data.forHandHint}</p>
      <label class="field">
        <span>{words.data.chooseTable}</span>
        <select value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
          <option value="">{words.data.pickTable}</option>
          {shapes.map(({ sheet, title }, at) => (
            <option key={at} value={String(at)}>
              {words.data.tableAt(sheet, title)}
            </option>
          ))}
        </select>
      </label>
      {shape &&
        wanted.map((column) => (
          <label key={column.key} class="field">
            <span>{column.title}</span>
            <select
              value={own(own(session.mapping, table.id) ?? {}, column.key) ?? ''}
              disabled={state.work !== undefined}
              onChange={(event) => void session.mapColumn(table.id, column.key, event.currentTarget.value || undefined)}
            >
              <option value="">{words.data.pickHeader}</option>
              {shape.headers.map((header) => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
            </select>
          </label>
        ))}
    </section>
  );
}
