import { shownText } from '../../core/cell';
import type { CellChanges } from '../../core/cell-changes';
import type { SheetGrid } from '../../core/grid';
import type { Plan, SheetsPlan } from '../../core/plan';
import { fileWords } from '../../ooxml/words';
import { xlsxWords as words } from './words';
import type { Watch, WorkbookInfo, WorkbookPort, WriteReport } from '../port';
import type { CellTables } from '../../ooxml/sheet/cell-sink';
import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import { editCells } from '../../ooxml/edit/edit-cells';
import { LIMITS } from '../../ooxml/limits';
import { isLocked } from '../../ooxml/look/locked';
import type { BookLook } from '../../ooxml/look/look';
import { readLook } from '../../ooxml/look/read-look';
import { Package } from '../../ooxml/parts/package';
import { checkExpected, protectedSheet } from '../results/person-cells';
import { editsOf } from './edits-of';
import { clearResults, insertSheets, removeSheet, writeResults } from './results';
import { readSharedStrings } from '../../ooxml/sheet/shared-strings';
import { readSheet } from '../../ooxml/sheet/sheet-read';
import { readFormats } from '../../ooxml/parts/styles-part';
import { OWNER_NAME } from '../results/mark';
import { recallText, rememberText } from './kept-texts';
import { keepCalculation, keepStyles } from './workbook-edit';
import { refusal } from '../../core/refusal';
import type { DeflatePiece } from '../../ooxml/zip/zip-data';
import type { WorkbookSheet } from '../../ooxml/parts/workbook-part';
import { readResultWorkbook, type ResultWorkbook } from './result-workbook';

/** A workbook file in memory behind the port that all hosts share. */
export interface XlsxWorkbook extends WorkbookPort {
  /** The file as it stands now: the bytes given as long as nothing was written. */
  bytes(): Uint8Array;
  /** How the workbook looks, for a screen. @param only names of the sheets wanted; all where left out */
  look(only?: readonly string[]): BookLook;
  /** Patches cells; all or none. @throws ProblemError no-sheet, array-part, table-header, long-text, bad-edit */
  edit(edits: readonly SheetEdits[]): void;
}

/** What a host lends to the port. */
export interface XlsxOptions {
  readonly deflatePiece?: DeflatePiece | undefined;
}

/**
 * Opens an .xlsx or .xlsm file (also the templates .xltx and .xltm).
 * @param bytes the file; it is not copied and must not be changed while the workbook is in use
 * @throws ProblemError whose code is one of not-zip, empty, truncated, broken-zip, broken-part, duplicate-part, zip-bomb, encrypted,
 *   xls-legacy, beta-version, xlsb, open-document, markup, not-workbook, missing-part, broken-xml, doctype, encoding, unknown-compression
 */
export function openXlsx(bytes: Uint8Array, options: XlsxOptions = {}): XlsxWorkbook {
  return new XlsxFile(bytes, options);
}

/** Milliseconds of reading after which the thread is given free for a moment: a wish to stop comes as a message. */
const BREATH_MS = 50;

class XlsxFile implements XlsxWorkbook {
  private pack: Package;
  private workbook: ResultWorkbook;
  private current: Uint8Array | undefined;

  constructor(
    bytes: Uint8Array,
    private readonly options: XlsxOptions,
  ) {
    this.pack = Package.open(bytes, options.deflatePiece);
    this.workbook = readResultWorkbook(this.pack);
    this.current = bytes;
  }

  bytes(): Uint8Array {
    this.current ??= this.pack.bytes();
    return this.current;
  }

  async describe(): Promise<WorkbookInfo> {
    return {
      sheets: this.workbook.sheets.map(({ name, hidden, owned, cells }) => ({ name, hidden, owned, cells })),
      traits: this.workbook.traits,
    };
  }

  async read(watch: Watch = {}): Promise<readonly SheetGrid[]> {
    // All sheets are of the workbook as it stands now, whoever edits it while messages are let in.
    const { pack } = this;
    const tables = this.tables();
    const sheets = this.workbook.sheets.filter((sheet) => sheet.cells);
    const grids: SheetGrid[] = [];
    let rows = 0;
    let since = performance.now();
    for (const sheet of sheets) {
      if (watch.signal && performance.now() - since > BREATH_MS) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        since = performance.now();
      }
      if (watch.signal?.aborted) throw refusal('cancelled', words.cancelled());
      const grid = readSheet(pack, sheet, tables);
      rows += grid.rows;
      if (rows > LIMITS.rows) throw refusal('zip-bomb', fileWords.zipBomb(fileWords.tooManyRows(LIMITS.rows)));
      grids.push({ name: sheet.name, grid, hidden: sheet.hidden, owned: sheet.owned });
      watch.progress?.(grids.length / sheets.length);
    }
    return grids;
  }

  private tables(): CellTables {
    const strings = this.workbook.parts.get('sharedStrings');
    const styles = this.workbook.parts.get('styles');
    return {
      texts: strings !== undefined && this.pack.has(strings) ? readSharedStrings(this.pack, strings) : [],
      formats: styles !== undefined && this.pack.has(styles) ? readFormats(styles, this.pack.text(styles).text) : [],
      date1904: this.workbook.date1904,
    };
  }

  async write(plan: Plan): Promise<WriteReport> {
    const { pack, ...report } = writeResults(this.pack, this.workbook, plan, this.options.deflatePiece);
    this.swap(pack);
    return report;
  }

  async insert(plan: SheetsPlan): Promise<Pick<WriteReport, 'written' | 'leftOut'>> {
    const { pack, ...report } = insertSheets(this.pack, this.workbook, plan, this.options.deflatePiece);
    this.swap(pack);
    return report;
  }

  async change(changes: CellChanges, watch: Watch = {}): Promise<void> {
    if (watch.signal?.aborted) throw refusal('cancelled', words.cancelled());
    const { sheet: name, cells } = changes;
    const sheet = this.workbook.sheets.find((one) => one.name === name && one.cells);
    if (!sheet) throw refusal('no-sheet', fileWords.noSheet(name), { sheet: name });
    const grid = readSheet(this.pack, sheet, this.tables());
    checkExpected(changes, ({ row, column }) => shownText(grid.cell(row, column)));
    const look = this.look([name]);
    const [shown] = look.sheets;
    const locked = shown && cells.find(({ row, column }) => isLocked(look, shown, row, column));
    if (locked) throw protectedSheet(name, locked.row, locked.column);
    this.edit([editsOf(changes)]);
  }

  async remove(sheet: string): Promise<void> {
    this.swap(removeSheet(this.pack, this.workbook, sheet));
  }

  async clear(): Promise<readonly string[]> {
    const { pack, removed } = clearResults(this.pack, this.workbook);
    if (removed.length > 0) this.swap(pack);
    return removed;
  }

  async recall(key: string): Promise<string | undefined> {
    return recallText(this.pack, this.workbook, key);
  }

  async remember(key: string, value: string | undefined): Promise<void> {
    const pack = rememberText(this.pack, this.workbook, key, value);
    if (pack !== this.pack) this.swap(pack);
  }

  look(only?: readonly string[]): BookLook {
    const owned = new Set<WorkbookSheet>(this.workbook.sheets.filter((sheet) => sheet.owned));
    return readLook(this.pack, this.workbook, {
      only,
      owns: (sheet) => owned.has(sheet),
      conceals: (name) => name.toLowerCase() === OWNER_NAME,
    });
  }

  edit(edits: readonly SheetEdits[]): void {
    if (edits.length === 0) return;
    const pack = editCells(this.pack, this.workbook, edits);
    if (pack !== this.pack) keepCalculation(pack, this.workbook.part);
    if (edits.some(({ cells }) => cells.some(({ kind }) => kind !== 'result'))) keepStyles(pack, this.workbook.part);
    this.swap(pack);
  }

  /** Takes over a package that is complete; reading its workbook part first makes sure that it is one. */
  private swap(pack: Package): void {
    const workbook = readResultWorkbook(pack);
    this.pack = pack;
    this.workbook = workbook;
    this.current = undefined;
  }
}
