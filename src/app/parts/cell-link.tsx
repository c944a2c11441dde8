import type { JSX } from 'preact';
import { linkTo } from '../../core/report/cell-link';
import type { Session } from '../session';
import { appWords as words } from '../words';

/** A button that looks like a link and selects a cell. */
export function CellLink({
  session,
  sheet,
  cell,
  children,
}: {
  readonly session: Session;
  readonly sheet: string;
  readonly cell: string;
  readonly children?: string;
}): JSX.Element {
  const place = `${sheet}!${cell}`;
  return (
    <button
      type="button"
      class="link"
      aria-label={children === undefined ? words.goTo(place) : `${children}：${words.goTo(place)}`}
      title={words.goTo(place)}
      onClick={() => void session.goTo(sheet, cell)}
    >
      {children ?? place}
    </button>
  );
}

/** The cells that something rests on ("Sheet!B4"): the first ones as links, all of them as a number. */
export function CellLinks({
  session,
  cells,
  count,
}: {
  readonly session: Session;
  readonly cells: readonly string[];
  readonly count: number;
}): JSX.Element | null {
  const links = cells.flatMap((place) => linkTo(place) ?? []);
  if (links.length === 0) return null;
  return (
    <p class="cells">
      <span class="visually-hidden">{words.result.cells}</span>
      {links.map(({ sheet, cell }) => (
        <CellLink key={`${sheet}!${cell}`} session={session} sheet={sheet} cell={cell} />
      ))}
      {count > cells.length && <span class="quiet">{words.result.moreCells(count)}</span>}
    </p>
  );
}
