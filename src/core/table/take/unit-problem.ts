import type { Problem, Proposal } from '../../problem';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import type { HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { ColumnSpec } from '../spec';
import { probableUnits, type ColumnUnit } from './column-unit';

/** Why a whole column gives no value. @param filled whether it holds anything: an empty column has nothing to misread */
export function unitProblem(
  layout: Layout,
  header: HeaderColumn,
  name: string,
  spec: ColumnSpec,
  { fault, stated = '' }: ColumnUnit & { readonly fault: NonNullable<ColumnUnit['fault']> },
  filled: boolean,
  units: Units,
): Problem {
  const { source, unitLines } = layout;
  const { unit: wanted = '', dimensions = [] } = spec;
  const cell = source.cellName(header.row, header.column);
  const lines = unitLines.map((line) => `${line.cell}“${line.text}”`);
  const expected =
    wanted !== 'from_header' ? units.title(wanted) : dimensions.length > 0 ? units.sample(dimensions).join('、') || '…' : '…';
  const words =
    fault === 'unit-missing'
      ? tableWords.unitMissing(name, expected, lines)
      : fault === 'unit-mismatch'
        ? tableWords.unitMismatch(name, units.title(stated), expected)
        : fault === 'unit-unknown-words'
          ? tableWords.unitUnknownWords(name, cell, header.oddUnit ?? '', expected)
          : tableWords.unknownSpecUnit(name, wanted);
  // Figures without a unit are not guessed at.
  const severity = fault === 'unit-missing' ? (filled ? 'block' : 'warning') : 'error';
  const probable = probableUnits(layout, header, spec, units);
  const proposals = probable.units.map((unit): Proposal => {
    const value = units.title(unit);
    return { kind: 'value', cell, words: tableWords.unitIs(value), value };
  });
  return {
    severity,
    code: fault,
    sheet: source.sheet.name,
    cell,
    ...words,
    ...(proposals.length > 0 && { proposals }),
    ...(proposals.length > 0 && !probable.isSure && { oneOf: true as const }),
  };
}
