import type { Problem } from '../../problem';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import type { HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import type { ColumnSpec } from '../spec';
import type { ColumnUnit } from './column-unit';

/** Why a whole column gives no value. @param filled whether it holds anything: an empty column has nothing to misread */
export function unitProblem(
  { source, unitLines }: Layout,
  header: HeaderColumn,
  name: string,
  { unit: wanted = '', dimensions = [] }: ColumnSpec,
  { fault, stated = '' }: ColumnUnit & { readonly fault: NonNullable<ColumnUnit['fault']> },
  filled: boolean,
  units: Units,
): Problem {
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
  return { severity, code: fault, sheet: source.sheet.name, cell, ...words };
}
