import type { JSX } from 'preact';
import { formatHalfUp } from '../../core/decimal';
import type { ResultRow } from '../../core/result';
import { appWords as words } from '../../core/words/app';
import { CellLink } from '../parts/cell-link';
import { bothEnds, type RankingView } from '../findings';
import type { Session } from '../session';
import type { Outcome } from '../state';
import { placesOfSubjects } from '../tables';

/** Rows shown from either end. */
const SHOWN = 5;

type Detail = NonNullable<Outcome['detail']>;

export function Rankings({ session, detail: { pack, checked, result } }: { readonly session: Session; readonly detail: Detail }): JSX.Element {
  const places = placesOfSubjects(checked);
  const row = (one: ResultRow): JSX.Element => {
    const place = places.get(one.subject);
    return (
      <tr key={one.subject}>
        <td class="number">{one.rank}</td>
        <th scope="row">
          {place ? (
            <CellLink session={session} sheet={place.sheet} cell={place.cell}>
              {one.subject}
            </CellLink>
          ) : (
            one.subject
          )}
          {one.tied && <span class="tag">{words.result.tied}</span>}
          {!one.complete && <span class="tag">{words.result.incomplete}</span>}
        </th>
        <td class="number">{one.total === null ? '—' : formatHalfUp(one.total, pack.scoring.show_decimals)}</td>
      </tr>
    );
  };
  return (
    <>
      {result.rankings.map((ranking) => (
        <Ranking key={ranking.id} view={bothEnds(ranking, SHOWN)} row={row} />
      ))}
    </>
  );
}

function Ranking({ view: { title, top, bottom, between, ranked, all }, row }: { readonly view: RankingView; readonly row: (one: ResultRow) => JSX.Element }): JSX.Element {
  return (
    <section aria-label={title}>
      <div class="row baseline">
        <h3 class="grow">{title}</h3>
        <span class="quiet">{words.result.ranked(ranked, all)}</span>
      </div>
      {ranked === 0 ? (
        <p class="quiet">{words.result.nobody}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">{words.result.rank}</th>
              <th scope="col">{words.result.zone}</th>
              <th scope="col" class="number">{words.result.total}</th>
            </tr>
          </thead>
          <tbody>{top.map(row)}</tbody>
          {bottom.length > 0 && (
            <tbody>
              {between > 0 && (
                <tr>
                  <td colSpan={3} class="between">{words.result.between(between)}</td>
                </tr>
              )}
              {bottom.map(row)}
            </tbody>
          )}
        </table>
      )}
    </section>
  );
}
