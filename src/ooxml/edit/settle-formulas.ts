import type { Area } from '../../core/cell';
import { cellName, parseCellName } from '../../core/cell';
import { fileWords as words } from '../words';
import type { Package } from '../parts/package';
import { refusal } from '../../core/refusal';
import type { WorkbookPart, WorkbookSheet } from '../parts/workbook-part';
import { outline } from '../xml/xml-outline';
import { attribute, child, childrenNamed } from '../xml/xml-tree';
import { decodeCellText } from '../xml/xml-text';
import type { CellEdit } from './cell-edit';
import type { FormulaMark } from '../formula/formula-marks';
import { readFormula } from '../formula/formula-grammar';
import { FormulaFault } from '../formula/formula-marks';

interface Table {
  readonly name: string;
  readonly sheet: WorkbookSheet;
  readonly area: Area;
}

/**
 * Typed formulas against the workbook: sheets, tables and linked workbooks that they name must be there, since Excel offers to repair a
 * file where they are not; and `[@列]`, typed in a table's own cell, gets the table's name, without which files do not have it.
 * Names of cells may be missing, which Excel shows as #NAME?.
 * @throws ProblemError bad-formula
 */
export function settleFormulas(
  pack: Package,
  workbook: WorkbookPart,
  bySheet: ReadonlyMap<WorkbookSheet, readonly CellEdit[]>,
): Map<WorkbookSheet, readonly CellEdit[]> {
  const known = new Known(pack, workbook);
  return new Map([...bySheet].map(([sheet, cells]) => [sheet, cells.map((edit) => settled(known, sheet, edit))]));
}

function settled(known: Known, sheet: WorkbookSheet, edit: CellEdit): CellEdit {
  const { row, column, kind, formula } = edit;
  if (kind !== 'formula' || formula === undefined || !/[![]/.test(formula)) return edit;
  const marks = readFormula(formula);
  if (marks instanceof FormulaFault) return edit;
  const cell = cellName(row, column);
  const missing = (why: string): Error =>
    refusal('bad-formula', words.badFormula(sheet.name, cell, formula, why), { sheet: sheet.name, cell });
  const nameless: number[] = [];
  for (const mark of marks) {
    if (mark.kind === 'sheet') {
      const why = known.lacks(mark);
      if (why !== undefined) throw missing(why);
    }
    if (mark.kind !== 'table') continue;
    if (mark.name === '') nameless.push(mark.bracket);
    else if (!known.tables.some(({ name }) => name.toLowerCase() === mark.name.toLowerCase()))
      throw missing(words.formulaNoTable(mark.name));
  }
  if (nameless.length === 0) return edit;
  const own = known.tables.find(
    (table) =>
      table.sheet === sheet && row >= table.area.top && row <= table.area.bottom && column >= table.area.left && column <= table.area.right,
  );
  if (!own) throw missing(words.formulaNoTableHere());
  return { ...edit, formula: nameless.sort((a, b) => b - a).reduce((text, at) => text.slice(0, at) + own.name + text.slice(at), formula) };
}

/** What formulas can name; read when the first formula asks. */
class Known {
  private readTables: readonly Table[] | undefined;

  constructor(
    private readonly pack: Package,
    private readonly workbook: WorkbookPart,
  ) {}

  lacks({ book, names }: FormulaMark & { readonly kind: 'sheet' }): string | undefined {
    if (book !== undefined) return /^\d+$/.test(book) && Number(book) > this.books() ? words.formulaNoBook(book) : undefined;
    const gone = names.find(
      (name) => !this.workbook.sheets.some((sheet) => sheet.cells && sheet.name.toLowerCase() === name.toLowerCase()),
    );
    return gone === undefined ? undefined : words.formulaNoSheet(gone);
  }

  get tables(): readonly Table[] {
    return (this.readTables ??= this.workbook.sheets
      .filter(({ part, cells }) => cells && part !== '')
      .flatMap((sheet) => tablesOf(this.pack, sheet)));
  }

  private books(): number {
    const { part } = this.workbook;
    const list = child(outline(part, this.pack.text(part).text), 'externalReferences');
    return list ? childrenNamed(list, 'externalReference').length : 0;
  }
}

function tablesOf(pack: Package, sheet: WorkbookSheet): Table[] {
  return pack.relationships(sheet.part).flatMap(({ kind, part }) => {
    if (kind !== 'table' || !pack.has(part)) return [];
    const root = outline(part, pack.text(part).text);
    const [from, to] = (attribute(root, 'ref') ?? '').split(':').map(parseCellName);
    if (!from || !to) return [];
    return [
      {
        name: decodeCellText(attribute(root, 'displayName') ?? ''),
        sheet,
        area: { top: from.row, left: from.column, bottom: to.row, right: to.column },
      },
    ];
  });
}
