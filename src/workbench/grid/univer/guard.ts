import type { ICellData, ICommandInfo, ICommandService, IExecutionOptions } from '@univerjs/core';
import { CanceledError, CommandType, RedoCommand, UndoCommand } from '@univerjs/core';
import { type ISetFormulaCalculationStartMutation, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { SetFrozenCommand, SetRangeValuesMutation } from '@univerjs/sheets';
import { isFormula } from '../../../ooxml/formula/formula-grammar';
import type { Refusal } from '../grid-view';
import { reachesOut } from './checking';
import { changesIn, formatOf } from './edits';

/** What Univer says beside the command's parameters; `fromFormula` marks what the formula engine worked out. */
export type Options = IExecutionOptions & { readonly fromFormula?: boolean };

const command = (name: string): string => `sheet.command.${name}`;

/** Commands on sheets that a person may give: they change the contents of cells, or nothing but the view. */
const ALLOWED = new Set(
  [
    'set-range-values',
    'clear-selection-content',
    'auto-clear-content',
    'auto-fill',
    'refill',
    'copy-down',
    'copy-right',
    'text-to-number',
    'copy-formula-only',
    'repeat-last-action',
    'set-worksheet-activate',
    'select-range',
    'select-all',
    'expand-selection',
    'move-selection',
    'move-selection-enter-tab',
    'scroll-view',
    'scroll-to-cell',
    'set-scroll-relative',
    'change-zoom-ratio',
    'set-zoom-ratio',
    'delta-column-width',
    'delta-row-height',
    'set-worksheet-col-width',
    'set-row-height',
    'set-col-auto-width',
    'set-row-is-auto-height',
    'set-row-header-width',
    'set-col-header-height',
  ].map(command),
);

/** Changes of the document that come out of these commands. The widths of rows and columns belong to the view here: they are not saved. */
const HARMLESS = new Set(
  [
    'set-range-values',
    'set.numfmt',
    'remove.numfmt',
    'set-worksheet-col-width',
    'set-worksheet-row-height',
    'set-worksheet-row-auto-height',
    'set-worksheet-row-is-auto-height',
    'empty',
  ].map((name) => `sheet.mutation.${name}`),
);

/** Whether a cell is shown as one that is being typed in. */
const EDITOR = 'sheet.operation.set-cell-edit-visible';
const CUT = 'univer.command.cut';
const PASTE = 'univer.command.paste';
const PASTE_BY_KEY = 'sheet.command.paste-by-short-key';

interface Rules {
  /** Why the contents of a cell must stay; undefined where they may change. */
  locked(sheetId: string, row: number, column: number): Refusal | undefined;
  /** The cell that typing would begin in. */
  current(): { readonly sheetId: string; readonly row: number; readonly column: number } | undefined;
  /** Whether formulas are to be calculated now. */
  calculates(start: ISetFormulaCalculationStartMutation): boolean;
  refuse(refusal: Refusal): void;
  paste(html: string, text: string): void;
}

/**
 * Lets through what this page can save, and nothing else: the file is patched cell by cell, so rows, columns, sheets and formats stay
 * as they are. A command is stopped as a whole, before its first change.
 */
export class Guard {
  private own = 0;
  private readonly rules: Rules;

  constructor(commands: ICommandService, rules: Rules) {
    this.rules = rules;
    commands.beforeCommandExecuted((info, options) => this.inspect(info, options));
  }

  /** Carries out changes of our own (sheets put in and taken off). */
  through<T>(work: () => T): T {
    this.own++;
    try {
      return work();
    } finally {
      this.own--;
    }
  }

  get working(): boolean {
    return this.own > 0;
  }

  private inspect(info: ICommandInfo, options?: Options): void {
    const { id, type, params } = info;
    if (id === SetFormulaCalculationStartMutation.id && !this.rules.calculates(params as ISetFormulaCalculationStartMutation))
      throw new CanceledError();
    if (this.own > 0) return;
    // A click beside the line of frozen rows counts as moving it by nothing.
    if (id === SetFrozenCommand.id) throw new CanceledError();
    if (id === CUT) return this.stop({ kind: 'cut' });
    if (id === PASTE) return this.pasteInstead();
    if (id === PASTE_BY_KEY) return this.pasteInstead(params as { htmlContent?: string; textContent?: string });
    if (id === EDITOR && (params as { visible?: boolean }).visible) return this.enter();
    if (type === CommandType.COMMAND && id.startsWith('sheet.command.') && !ALLOWED.has(id)) return this.stop({ kind: 'structure' });
    if (type !== CommandType.MUTATION || !id.startsWith('sheet.mutation.')) return;
    if (options?.fromFormula) {
      // Univer would give a result the number format of what the formula refers to; the file would not know of it.
      if (id === SetRangeValuesMutation.id)
        for (const [, , cell] of changesIn((params as ISetRangeValuesMutationParams).cellValue)) if (cell) delete cell.s;
      return;
    }
    if (!HARMLESS.has(id)) return this.stop({ kind: 'structure' });
    if (id === SetRangeValuesMutation.id) this.keepStyles(params as ISetRangeValuesMutationParams);
  }

  private pasteInstead(given?: { htmlContent?: string; textContent?: string }): never {
    if (given) this.rules.paste(given.htmlContent ?? '', given.textContent ?? '');
    else
      readClipboard().then(
        ({ html, text }) => this.rules.paste(html, text),
        () => this.rules.refuse({ kind: 'clipboard' }),
      );
    throw new CanceledError();
  }

  private enter(): void {
    const at = this.rules.current();
    const refusal = at && this.rules.locked(at.sheetId, at.row, at.column);
    if (refusal) this.stop(refusal);
  }

  /** Takes out of a change what is no content: pasting and filling bring fonts and colours along. The number format that typing asks for stays, and undoing gives back what was there. */
  private keepStyles({ subUnitId, cellValue, trigger }: ISetRangeValuesMutationParams): void {
    const back = trigger === UndoCommand.id || trigger === RedoCommand.id;
    for (const [row, column, cell] of changesIn(cellValue)) {
      const refusal = this.rules.locked(subUnitId, row, column);
      if (refusal) this.stop(refusal);
      if (!cell || back) continue;
      if (cell.f?.startsWith('=') && !isFormula(cell.f.slice(1))) this.stop({ kind: 'formula', text: cell.f });
      if (cell.f && reachesOut(cell.f)) this.stop({ kind: 'fetch' });
      const pattern = formatOf(cell);
      if (pattern === undefined) delete cell.s;
      else cell.s = { n: { pattern } };
      delete cell.custom;
    }
  }

  private stop(refusal: Refusal): never {
    this.rules.refuse(refusal);
    throw new CanceledError();
  }
}

/**
 * In a cell that shows shares, Excel takes 12 for 12 %; a number below 1 it takes as the share itself.
 * @param typed what the person wrote; with the sign the value is right already
 */
export function asShare(value: ICellData['v'], pattern: string, typed: string): ICellData['v'] {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(Math.abs(number) >= 1) || /[%％]/.test(typed) || !pattern.replace(/"[^"]*"|\\./g, '').includes('%'))
    return value;
  const digits = String(number);
  // The decimal point is moved, because a quotient may be off in its last digit.
  return digits.includes('e') ? number / 100 : Number(`${digits}e-2`);
}

/** For the menu, which brings nothing along; the browser may ask the person first. */
async function readClipboard(): Promise<{ html: string; text: string }> {
  const [item] = await navigator.clipboard.read();
  const read = async (type: string): Promise<string> => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
  return { html: await read('text/html'), text: await read('text/plain') };
}
