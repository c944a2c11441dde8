import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { appWords as words } from '../words';
import { yearsOf } from './year-field';

/** Where the workbook has no main table for the chosen pack: a blank one is a beginning. */
export function InsertTemplate({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element | null {
  const [picked, setPicked] = useState<number>();
  const { examined, choices, work } = state;
  const main = examined?.tables.find((table) => table.main);
  if (work || !session.pack || !main || main.at) return null;
  // Figures are gathered after their year has ended.
  const year = picked ?? choices.year ?? Number(session.asOf.slice(0, 4)) - 1;
  return (
    <section class="card" aria-labelledby="insert-template">
      <h3 id="insert-template">{words.template.heading}</h3>
      <p class="quiet" id="insert-template-hint">
        {words.template.hint}
      </p>
      <label class="field">
        <span>{words.template.year}</span>
        <select value={String(year)} onChange={(event) => setPicked(Number(event.currentTarget.value))}>
          {yearsOf(session, year).map((one) => (
            <option key={one} value={String(one)}>
              {words.data.yearOption(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" aria-describedby="insert-template-hint" onClick={() => void session.insertTemplate(year)}>
        {words.commands.insert}
      </button>
    </section>
  );
}
