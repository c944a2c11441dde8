import { addStyles } from '../parts/part-adding';
import { DAYS_1904, isCalendarFormat } from '../parts/number-formats';
import type { Package } from '../parts/package';
import { LIKE_FORMULA } from '../parts/styles-append';
import { StyleAppender } from '../parts/styles-append';
import { readFormats } from '../parts/styles-part';
import type { WorkbookPart } from '../parts/workbook-part';
import type { CellEdit } from './cell-edit';

/** Chooses the styles of edited cells: a cell keeps its own one, or gets a copy that differs in what the edit asks for. */
export class CellStyles {
  private part: string | undefined;
  private appender: StyleAppender | undefined;
  private formats: string[] | undefined;
  /** Formats of the styles chosen, which may not be in the part yet. */
  private readonly chosen = new Map<number, string>();

  constructor(
    private readonly pack: Package,
    private readonly workbook: WorkbookPart,
  ) {
    const part = workbook.parts.get('styles');
    if (part !== undefined && pack.has(part)) this.part = part;
  }

  private format(style: number): string {
    this.formats ??= this.part === undefined ? [] : readFormats(this.part, this.pack.text(this.part).text);
    return this.chosen.get(style) ?? this.formats[style] ?? 'General';
  }

  /** The style of a cell after an edit. @param own the style that it has, or would have as an empty cell */
  choose(own: number, edit: CellEdit): number {
    const { numberFormat } = edit;
    const otherFormat = numberFormat !== undefined && numberFormat !== this.format(own);
    const quoted = edit.kind === 'value' && typeof edit.value === 'string' && LIKE_FORMULA.test(edit.value);
    // A formula under quotePrefix turns into text as soon as someone edits the cell in Excel.
    const unquoted = edit.kind === 'formula' && this.part !== undefined;
    if (!otherFormat && !quoted && !unquoted) return own;
    const style = this.appending().variant(own, { ...(otherFormat ? { numberFormat } : {}), ...(quoted || unquoted ? { quoted } : {}) });
    if (otherFormat) this.chosen.set(style, numberFormat);
    else if (style !== own) this.chosen.set(style, this.format(own));
    return style;
  }

  private appending(): StyleAppender {
    if (this.appender) return this.appender;
    this.part ??= addStyles(this.pack, this.workbook);
    this.appender = new StyleAppender(this.part, this.pack.text(this.part).text);
    return this.appender;
  }

  /** Days by which a number with a style loses in the file, where the workbook counts from 1904. */
  shift(style: number): number {
    return this.workbook.date1904 && isCalendarFormat(this.format(style)) ? DAYS_1904 : 0;
  }

  /** Writes what was added into the style sheet. */
  finish(): void {
    const { appender, part } = this;
    if (appender && part !== undefined) this.pack.edit(part, () => appender.build());
  }
}
