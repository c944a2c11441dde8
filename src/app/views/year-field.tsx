import type { JSX } from 'preact';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';

/** Where problems about the year of the figures lead. */
export const YEAR_FIELD = 'data-year';

/** Years before that of the assessment that can be chosen without being proposed. */
const YEARS_BACK = 15;

/** Years that may be chosen, latest first. @param more a year that has to be among them */
export function yearsOf(session: Session, more: number | undefined): readonly number[] {
  const latest = Number(session.asOf.slice(0, 4));
  const years = new Set(Array.from({ length: YEARS_BACK + 1 }, (_, back) => latest - back));
  if (more !== undefined) years.add(more);
  return [...years].sort((a, b) => b - a);
}

/** The year of the figures: what was read and from where, and the person's own choice. */
export function YearField({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { choices, examined, work } = state;
  return (
    <section class="card">
      <label class="field">
        <span class="strong">{words.data.year}</span>
        <select
          id={YEAR_FIELD}
          aria-describedby="data-year-read data-year-hint"
          value={choices.year === undefined ? '' : String(choices.year)}
          disabled={work !== undefined}
          onChange={(event) => void session.chooseYear(Number(event.currentTarget.value) || undefined)}
        >
          <option value="">{words.data.yearAuto}</option>
          {yearsOf(session, choices.year).map((year) => (
            <option key={year} value={String(year)}>
              {words.data.yearOption(year)}
            </option>
          ))}
        </select>
      </label>
      {examined && <p id="data-year-read">{examined.dataYear.placed}</p>}
      <p class="quiet" id="data-year-hint">
        {words.data.yearHint}
      </p>
    </section>
  );
}
