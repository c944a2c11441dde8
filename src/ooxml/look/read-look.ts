import { fileWords as words } from '../words';
import { LIMITS } from '../limits';
import type { Package } from '../parts/package';
import { refusal } from '../../core/refusal';
import { readSharedStrings } from '../sheet/shared-strings';
import { readInto } from '../sheet/sheet-read';
import type { WorkbookPart, WorkbookSheet } from '../parts/workbook-part';
import { disjoint } from '../sheet/areas';
import { readColumns, readRows } from './bands';
import { readTheme } from './colors';
import { readConditional } from './conditional';
import { LookSink } from './look-sink';
import type { BookLook, SheetLook } from './look';
import { readNames, readTables } from './names';
import { readNotes } from './notes';
import { found, hasDrawings, isProtected, readDefaults, readLinks, readTabColor, readView, sheetFrame } from './sheet-frame';
import { StyleTable } from './style-table';
import { TextTable } from './text-table';
import { child, numberOf, readTree, type XmlTree } from '../xml/xml-tree';

/** What a reader of looks wants, and what only it can know. */
export interface LookWish {
  /** Names of the sheets wanted; all where left out. */
  readonly only?: readonly string[] | undefined;
  /** Whether a sheet is the reader's own, which then says so. */
  owns?(sheet: WorkbookSheet): boolean;
  /** Whether a defined name is to be left out. */
  conceals?(name: string): boolean;
}

/**
 * How the workbook looks, or the sheets named of it.
 * @throws ProblemError for whatever would keep the workbook from being read, and for a broken theme, style sheet or comments part
 */
export function readLook(pack: Package, workbook: WorkbookPart, wish: LookWish = {}): BookLook {
  const { only } = wish;
  const partOf = (kind: string): string | undefined => [workbook.parts.get(kind)].find((part) => part !== undefined && pack.has(part));
  const [stylesPart, themePart, stringsPart] = [partOf('styles'), partOf('theme'), partOf('sharedStrings')];
  const theme = themePart === undefined ? undefined : readTheme(themePart, pack.text(themePart).text);
  const styles = new StyleTable(
    stylesPart === undefined ? undefined : { part: stylesPart, text: pack.text(stylesPart).text },
    theme,
    workbook.date1904,
  );
  const texts = new TextTable(stringsPart === undefined ? [] : readSharedStrings(pack, stringsPart));
  let rows = 0;
  const sheets = workbook.sheets
    .filter(({ cells, name }) => cells && (only === undefined || only.includes(name)))
    .map((sheet) => {
      const look = readSheetLook(pack, sheet, styles, texts, wish.owns?.(sheet) === true);
      rows += look.cells.rows;
      if (rows > LIMITS.rows) throw refusal('zip-bomb', words.zipBomb(words.tooManyRows(LIMITS.rows)));
      return look;
    });
  const root = readTree(workbook.part, pack.text(workbook.part).text);
  return {
    sheets,
    active: activeSheet(root, workbook),
    styles: styles.looks,
    ...(only === undefined && { names: readNames(root, workbook).filter(({ name }) => !wish.conceals?.(name)) }),
  };
}

function readSheetLook(pack: Package, sheet: WorkbookSheet, styles: StyleTable, texts: TextTable, owned: boolean): SheetLook {
  const { name, part, hidden } = sheet;
  const { sink, around } = readInto(pack, sheet, texts.sharedTexts, () => ({
    sink: new LookSink(name, styles, texts),
    around: sheetFrame(),
  }));
  const relationships = pack.relationships(part);
  const { rowsHidden, ...defaults } = readDefaults(around, styles);
  const tabColor = readTabColor(around, styles);
  const comments = relationships.find(({ kind, part: target }) => kind === 'comments' && pack.has(target));
  return {
    name,
    hidden,
    owned,
    ...(tabColor === undefined ? {} : { tabColor }),
    ...readView(around),
    ...defaults,
    columns: readColumns(found(around, 'cols'), styles),
    rows: readRows(sink.rows, rowsHidden, styles),
    merges: disjoint(sink.merges),
    cells: sink.build(),
    conditional: readConditional(around.roots, styles),
    protected: isProtected(around),
    drawings: hasDrawings(around, pack, relationships),
    links: readLinks(around, pack, part),
    tables: readTables(pack, relationships),
    notes: comments ? readNotes(pack, comments.part, name) : [],
  };
}

/** The sheet that the file was left at, or the first one that can be seen. */
function activeSheet(root: XmlTree, workbook: WorkbookPart): string {
  const view = child(child(root, 'bookViews'), 'workbookView');
  const at = workbook.sheets[numberOf(view, 'activeTab', 0, Infinity) ?? 0];
  const seen = [at, ...workbook.sheets].filter((sheet) => sheet?.cells === true);
  return (seen.find((sheet) => sheet?.hidden === false) ?? seen[0])?.name ?? '';
}
