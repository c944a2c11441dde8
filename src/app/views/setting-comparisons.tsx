import type { JSX } from 'preact';
import { formatHalfUp } from '../../core/decimal';
import { refOf } from '../../core/form/setting-places';
import type { FormPair, WeightGroup } from '../../core/form/settings-form';
import type { ComparedWeights } from '../../core/parameters/comparisons';
import { formAppWords as words } from '../form-words';
import { Disclosure } from '../parts/disclosure';
import { reciprocal } from '../reciprocal';
import { faultIn, textIn, type WeightTyping } from './setting-fields';

/** Saaty's scale, the more important first. */
const SCALE = ['9', '8', '7', '6', '5', '4', '3', '2', '1', '1/2', '1/3', '1/4', '1/5', '1/6', '1/7', '1/8', '1/9'];

/** Comparisons of a group by pairs, as a matrix: the upper half is chosen, the lower follows from it. The weights that they come to stand beside. */
export function Comparisons({
  typing,
  group: { title, weights, pairs },
  compared,
}: {
  readonly typing: WeightTyping;
  readonly group: WeightGroup;
  readonly compared: ComparedWeights | undefined;
}): JSX.Element {
  const filled = pairs.filter((pair) => textIn(typing, pair).trim() !== '').length;
  const pairOf = (row: number, column: number): FormPair =>
    pairs.find(({ first, second }) => (first === row && second === column) || (first === column && second === row))!;
  /** What a place of the matrix says, whichever way round the sheet names the two. */
  const said = (row: number, column: number): string => {
    const pair = pairOf(row, column);
    const text = textIn(typing, pair).trim();
    return pair.first === row ? text : reciprocal(text);
  };
  const choose = (row: number, column: number, text: string): void => {
    const pair = pairOf(row, column);
    // Weights of the same group's own would contradict what is compared.
    const gone = text === '' ? [] : weights.filter((field) => field.locked === undefined && textIn(typing, field) !== '');
    typing.typeAll(new Map([[pair.id, pair.first === row ? text : reciprocal(text)], ...gone.map(({ id }) => [id, ''] as const)]));
  };
  const cell = (row: number, column: number): JSX.Element => {
    if (row === column) return <td key={column}>1</td>;
    const text = said(row, column);
    if (row > column)
      return (
        <td key={column} class="quiet">
          {text}
        </td>
      );
    const pair = pairOf(row, column);
    return (
      <td key={column}>
        <select
          aria-label={words.comparisonOf(weights[row]!.title, weights[column]!.title)}
          aria-invalid={faultIn(typing, pair) && typing.draft.has(pair.id) ? true : undefined}
          disabled={typing.disabled || pair.locked !== undefined}
          value={text}
          onChange={(event) => choose(row, column, event.currentTarget.value)}
        >
          <option value="" />
          {[...new Set([...SCALE, ...(text === '' ? [] : [text])])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </td>
    );
  };
  return (
    <Disclosure title={words.comparisons} aside={words.comparedCount(filled, pairs.length)} open={filled > 0}>
      <p class="quiet">{words.comparisonsHint}</p>
      <div class="matrix" tabIndex={0} role="region" aria-label={words.matrixOf(title)}>
        <table>
          <thead>
            <tr>
              <td />
              {weights.map((field, at) => (
                <th key={field.id} scope="col" title={field.title}>
                  <span aria-hidden="true">{at + 1}</span>
                  <span class="visually-hidden">{field.title}</span>
                </th>
              ))}
              <th scope="col">{words.comparedWeight}</th>
            </tr>
          </thead>
          <tbody>
            {weights.map((field, row) => {
              const weight = compared?.weights.get(refOf(field.id).key);
              return (
                <tr key={field.id}>
                  <th scope="row">{words.numbered(row + 1, field.title)}</th>
                  {weights.map((_, column) => cell(row, column))}
                  <td class="strong">{weight === undefined ? '' : formatHalfUp(weight, 2)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {compared && (
        <p class="quiet" role="status">
          {words.ratio(formatHalfUp(compared.ratio, 4))}
        </p>
      )}
      <div class="tools">
        <button
          type="button"
          class="button small"
          disabled={typing.disabled || filled === 0}
          aria-label={words.clearMatrixOf(title)}
          onClick={() => typing.typeAll(new Map(pairs.map(({ id }) => [id, ''])))}
        >
          {words.clearMatrix}
        </button>
      </div>
    </Disclosure>
  );
}
