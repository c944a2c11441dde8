import type { JSX } from 'preact';
import { CellLink } from '../parts/cell-link';
import type { RankedRow, RankingView } from '../ranking-view';
import type { Session } from '../session';
import { appWords as words } from '../words';

export function Rankings({ session, rankings }: { readonly session: Session; readonly rankings: readonly RankingView[] }): JSX.Element {
  const row = (one: RankedRow): JSX.Element => (
    <tr key={one.subject}>
      <td class="number">{one.rank}</td>
      <th scope="row">
        {one.at ? (
          <CellLink session={session} sheet={one.at.sheet} cell={one.at.cell}>
            {one.subject}
          </CellLink>
        ) : (
          one.subject
        )}
        {one.tied && <span class="tag">{words.result.tied}</span>}
        {one.moved !== undefined && (
          <span class="tag" title={words.result.movedWhy}>
            {one.moved}
          </span>
        )}
        {one.places && (
          <span class="tag" title={words.result.intervalWhy}>
            {words.result.interval(...one.places)}
          </span>
        )}
        {one.gaps && <span class="tag">{words.result.incomplete}</span>}
      </th>
      <td class="number">
        {one.total ?? '—'}
        {one.share !== undefined && <span class="share" aria-hidden="true" style={{ width: `${one.share}%` }} />}
      </td>
    </tr>
  );
  return (
    <>
      {rankings.map((ranking) => (
        <Ranking key={ranking.id} view={ranking} row={row} />
      ))}
    </>
  );
}

function Ranking({
  view: { title, scope, top, bottom, between, ranked, all },
  row,
}: {
  readonly view: RankingView;
  readonly row: (one: RankedRow) => JSX.Element;
}): JSX.Element {
  return (
    <section aria-label={title}>
      <div class="row baseline">
        <h3 class="grow">{title}</h3>
        <span class="quiet">{words.result.ranked(ranked, all)}</span>
      </div>
      {scope !== undefined && <p class="quiet">{scope}</p>}
      {ranked === 0 ? (
        <p class="quiet">{words.result.nobody}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.result.rank}
              </th>
              <th scope="col">{words.result.zone}</th>
              <th scope="col" class="number">
                {words.result.total}
              </th>
            </tr>
          </thead>
          <tbody>{top.map(row)}</tbody>
          {bottom.length > 0 && (
            <tbody>
              {between > 0 && (
                <tr>
                  <td colSpan={3} class="between">
                    {words.result.between(between)}
                  </td>
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
