import type { ICellData, ICommandService, Nullable } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { ISetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { cellName } from '../../../core/cell';
import type { CellEdit, EditValue } from '../../../ooxml/edit/cell-edit';
import { agrees, joinsAreas, ownFormulas, placeKey, portions, reachesOut, type OwnFormula } from './checking';
import { resultOf } from './edits';
import type { Shown } from './sheets-shown';

/** So many formulas are calculated at a time, because their results are taken in on the page's thread. */
const PORTION = 4_000;
/** With more formulas than this the check would take longer than anyone waits; none is trusted then. */
const MOST = 40_000;

interface Hands {
  readonly commands: ICommandService;
  readonly cell: (sheetId: string, row: number, column: number) => Nullable<ICellData>;
  /** Resolves when what was begun is calculated; false where it did not come to an end. */
  readonly calculated: () => Promise<boolean>;
  readonly through: (work: () => void) => void;
}

export interface Checked {
  readonly fixed: readonly OwnFormula[];
  /** Results of formulas that had none in the file. */
  readonly found: readonly { readonly sheet: string; readonly cells: readonly CellEdit[] }[];
}

/**
 * Which formulas of a workbook this page may calculate. Univer does not know everything that Excel does, and what it does not know may come to a
 * plausible number (IFERROR). So every formula is calculated once before anything is edited: where the result is not the one that Excel left in the
 * file, the cell keeps that result and is no formula on this page any more. What depends on such a cell fails with it.
 */
export class FormulaTrust {
  /** Formulas that may be calculated, by place. */
  private readonly trusted = new Map<string, OwnFormula>();
  private readonly told = new Map<string, EditValue>();
  private readonly seen = new Set<string>();
  private readonly fixedPlaces = new Set<string>();
  private isOff = false;
  private state: 'waiting' | 'checking' | 'done' = 'waiting';
  readonly formulas: readonly OwnFormula[];

  constructor(
    private readonly unit: string,
    sheets: readonly Shown[],
    private readonly hands: Hands,
  ) {
    this.formulas = ownFormulas(sheets);
  }

  get checking(): boolean {
    return this.state === 'checking';
  }

  /** Whether a formula without a result is among them, so that reading has to wait for the check. */
  get incomplete(): boolean {
    return this.state !== 'done' && this.formulas.some(({ result }) => result === undefined);
  }

  /** Whether formulas are calculated on this page at all. */
  get off(): boolean {
    return this.isOff;
  }

  isFixed(sheetId: string, row: number, column: number): boolean {
    return this.fixedPlaces.has(placeKey(sheetId, row, column));
  }

  /** Whether a formula has come to something else than when it was last told; one that was typed always has. */
  isNews(sheetId: string, row: number, column: number, cell: Nullable<ICellData>): boolean {
    const key = placeKey(sheetId, row, column);
    if (this.fixedPlaces.has(key)) return false;
    const formula = this.trusted.get(key);
    if (!formula) return true;
    if (agrees(this.told.has(key) ? this.told.get(key) : formula.result, cell)) return false;
    this.told.set(key, resultOf(row, column, cell).value);
    return true;
  }

  /** A result came in during the check. */
  note(sheetId: string, row: number, column: number): void {
    this.seen.add(placeKey(sheetId, row, column));
  }

  /** All trusted formulas as ranges that are to be calculated after an edit, where they are few enough: Univer does not follow every way in which one depends on another. */
  get ranges(): ISetFormulaCalculationStartMutation['dirtyRanges'] {
    if (this.trusted.size > PORTION) return [];
    return portions([...this.trusted.values()], Infinity)
      .flat()
      .map((range) => ({ unitId: this.unit, ...range }));
  }

  /** @param live false where formulas are not calculated at all on this page */
  async check(live: boolean, stillHere: () => boolean): Promise<Checked> {
    if (!live || this.formulas.length > MOST) {
      this.state = 'done';
      this.isOff = true;
      this.formulas.forEach(({ sheetId, row, column }) => this.fixedPlaces.add(placeKey(sheetId, row, column)));
      return { fixed: this.formulas, found: [] };
    }
    const odd = this.formulas.filter(({ text }) => joinsAreas(text) || reachesOut(text));
    const fixed = new Set(odd);
    this.keep(odd);
    const others = this.formulas.filter((formula) => !fixed.has(formula));
    this.state = 'checking';
    for (const ranges of portions(others, PORTION)) {
      const params: ISetFormulaCalculationStartMutation = {
        dirtyRanges: ranges.map((range) => ({ unitId: this.unit, ...range })),
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        forceCalculation: false,
        options: null,
      };
      this.hands.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
      const ended = await this.hands.calculated();
      if (!stillHere()) return { fixed: [], found: [] };
      if (!ended) break;
    }
    const found = new Map<string, CellEdit[]>();
    for (const formula of others) {
      const { sheetId, sheet, row, column, result } = formula;
      const cell = this.hands.cell(sheetId, row, column);
      const known = this.seen.has(placeKey(sheetId, row, column)) && (result === undefined ? !isError(cell) : agrees(result, cell));
      if (!known) {
        fixed.add(formula);
        continue;
      }
      this.trusted.set(placeKey(sheetId, row, column), formula);
      const edit = resultOf(row, column, cell);
      if (result === undefined) this.told.set(placeKey(sheetId, row, column), edit.value);
      if (result === undefined && edit.value !== null) found.set(sheet, [...(found.get(sheet) ?? []), edit]);
    }
    const untrusted = others.filter((formula) => fixed.has(formula));
    this.keep(untrusted);
    // What spread from them over other cells is taken back.
    if (untrusted.length > 0) await this.hands.calculated();
    this.state = 'done';
    return { fixed: [...fixed], found: [...found].map(([sheet, cells]) => ({ sheet, cells })) };
  }

  /** Puts the file's results in the place of formulas. */
  private keep(formulas: readonly OwnFormula[]): void {
    const bySheet = new Map<string, Record<number, Record<number, ICellData>>>();
    for (const { sheetId, row, column, result } of formulas) {
      this.fixedPlaces.add(placeKey(sheetId, row, column));
      if (!bySheet.has(sheetId)) bySheet.set(sheetId, {});
      (bySheet.get(sheetId)![row] ??= {})[column] = { ...contentOf(result), f: null, si: null };
    }
    for (const [subUnitId, cellValue] of bySheet) {
      this.hands.through(() =>
        this.hands.commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: this.unit, subUnitId, cellValue }),
      );
    }
  }
}

const isError = (cell: Nullable<ICellData>): boolean => {
  const { value } = resultOf(0, 0, cell);
  return typeof value === 'object' && value !== null;
};

function contentOf(result: EditValue | undefined): ICellData {
  if (result === undefined || result === null) return { v: null, t: null };
  if (typeof result === 'number') return { v: result, t: CellValueType.NUMBER };
  if (typeof result === 'boolean') return { v: Number(result), t: CellValueType.BOOLEAN };
  return { v: typeof result === 'string' ? result : result.error, t: CellValueType.FORCE_STRING };
}

/** For the message that names some of them. */
export const placeOf = ({ sheet, row, column }: OwnFormula): { readonly sheet: string; readonly cell: string } => ({
  sheet,
  cell: cellName(row, column),
});
