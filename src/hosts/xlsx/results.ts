import type { SheetChart, SheetsPlan } from '../../core/plan';
import { fileWords } from '../../ooxml/words';
import { resultWords } from '../results/words';
import { xlsxWords as words } from './words';
import type { WriteReport } from '../port';
import { shortenCalcChain } from '../../ooxml/parts/calc-chain';
import { CONTENT_TYPES_PART, declareParts, withdrawParts } from '../../ooxml/parts/content-types';
import { CONTENT_TYPE } from '../../ooxml/xml/namespaces';
import { readFormats } from '../../ooxml/parts/styles-part';
import { copySheet, nameOnCopy } from './sheet-copy';
import { chartXml, drawingXml } from './charts-write';
import { commentsXml, notesVml, shapeBlocks } from './notes-write';
import type { Before } from '../results/mark';
import { OWNED_COMMENT, OWNER_NAME, markFormula } from '../results/mark';
import type { Package } from '../../ooxml/parts/package';
import { addRelationship, addStyles, dropPart, dropRelationships, freePart, stylesPart } from '../../ooxml/parts/part-adding';
import { refusal } from '../../core/refusal';
import type { NewRelationship } from '../../ooxml/parts/relationships';
import { folderOf, relationshipsPart, relationshipsXml } from '../../ooxml/parts/relationships';
import type { ResultNames } from '../results/names';
import { chooseNames, nameKey, otherwiseWritten } from '../results/names';
import type { SheetLayout } from '../results/layout';
import { absolute, filterRange, layOut, planHasFormulas, rangeOn, repeatedColumns, repeatedRows } from '../results/layout';
import type { SheetSetting } from './sheet-write';
import type { DeflatePiece } from '../../ooxml/zip/zip-data';
import { writeSheet } from './sheet-write';
import { PlanStyles } from './styles-append';
import { StyleAppender } from '../../ooxml/parts/styles-append';
import type { DefinedName } from './workbook-edit';
import {
  addNames,
  addSheets,
  beforeWriting,
  breakReferences,
  keepStyles,
  removeSheets,
  standsAsWritten,
  workbookNames,
} from './workbook-edit';
import { calculateOnLoad, calculatesOnLoad, withdrawCalculation } from '../../ooxml/parts/calculation';
import type { ResultWorkbook } from './result-workbook';
import { partKey } from '../../ooxml/zip/zip-directory';

/**
 * Carries out a plan on a copy of the package: our sheets of an earlier run go, the plan's sheets come to the end. No part of the
 * user's changes but the four that list parts, sheets and styles.
 * @throws ProblemError bad-plan; the package given stays as it is in any case
 */
export function writeResults(
  from: Package,
  workbook: ResultWorkbook,
  plan: SheetsPlan,
  deflatePiece?: DeflatePiece,
): WriteReport & { pack: Package } {
  const { pack, removed } = withoutResults(from, workbook);
  return { ...addToEnd(pack, workbook, plan, removed, deflatePiece), replaced: removed };
}

/** Adds the person's own sheets behind all others. @throws ProblemError bad-plan; the package given stays as it is in any case */
export function insertSheets(
  from: Package,
  workbook: ResultWorkbook,
  plan: SheetsPlan,
  deflatePiece?: DeflatePiece,
): Omit<WriteReport, 'replaced'> & { pack: Package } {
  const pack = from.fork();
  // Their cells need the styles from now on, whatever becomes of results.
  keepStyles(pack, workbook.part);
  return addToEnd(pack, workbook, plan, undefined, deflatePiece);
}

/** @param removed our sheets of an earlier run, which are gone; undefined where they stay */
function addToEnd(
  pack: Package,
  workbook: ResultWorkbook,
  plan: SheetsPlan,
  removed: readonly string[] | undefined,
  deflatePiece: DeflatePiece | undefined,
): Omit<WriteReport, 'replaced'> & { pack: Package } {
  const layouts = plan.sheets.map((sheet) => layOut(sheet, plan.styles.length));
  const staying = workbook.sheets.filter((sheet) => removed === undefined || !sheet.owned);
  const names = chooseNames(
    plan,
    staying.map((sheet) => sheet.name),
    workbookNames(workbook.part, pack.text(workbook.part).text),
  );
  const { sheetParts, shortened, less, styles } = writeParts(pack, workbook, plan, layouts, names, deflatePiece);
  const ids = addToRelationships(pack, workbook, sheetParts);
  const sheetIds = freeSheetIds(
    staying.map((sheet) => sheet.sheetId),
    names.sheets.length,
  );
  pack.edit(workbook.part, (text) => {
    const calculated = planHasFormulas(plan) && !calculatesOnLoad(workbook.part, text);
    const listed = names.sheets.map((name, n) => ({ name, sheetId: sheetIds[n]!, relationshipId: ids[n]! }));
    const before = { ...beforeWriting(workbook.part, text), styles };
    const mark: MarkOf = (sheet, own) => plan.mark && markFormula(plan.mark, sheet, calculated, before, own);
    const defined = layouts.flatMap((layout, n) => [
      ...sheetNames(layout, names, n, staying.length + n, mark),
      ...namesOfCopy(workbook, layout, names.sheets[n]!, staying.length + n),
    ]);
    let changed = addSheets(workbook.part, text, workbook.dialect, listed);
    if (defined.length > 0) changed = addNames(workbook.part, changed, defined);
    if (calculated) changed = calculateOnLoad(workbook.part, changed);
    return breakReferences(workbook.part, changed, lost(removed ?? [], names.sheets));
  });
  return {
    pack,
    written: names.sheets,
    leftOut: [
      ...(workbook.traits.includes('signed') ? [words.signature] : []),
      ...otherwiseWritten(plan, names, shortened),
      ...less.map(words.copiedWithout),
    ],
  };
}

/** Takes our sheets away. @throws ProblemError last-sheet */
export function clearResults(from: Package, workbook: ResultWorkbook): { pack: Package; removed: readonly string[] } {
  if (!workbook.sheets.some((sheet) => sheet.owned)) return { pack: from, removed: [] };
  if (!workbook.sheets.some((sheet) => !sheet.owned && !sheet.hidden)) throw refusal('last-sheet', words.lastSheet());
  const { pack, removed } = withoutResults(from, workbook);
  pack.edit(workbook.part, (text) => breakReferences(workbook.part, text, removed));
  return { pack, removed };
}

/** The mark of a sheet of ours, by its name; none for a sheet of the person's. */
type MarkOf = (sheet: string, own: { readonly ranges: boolean; readonly charts: number }) => string | undefined;

/** Excel numbers sheets up to here. */
const HIGHEST_SHEET_ID = 65_534;

/** Numbers behind the highest one, or, where these would be too high, the lowest that are free. */
function freeSheetIds(taken: readonly number[], count: number): number[] {
  const used = new Set(taken);
  const highest = taken.reduce((one, other) => Math.max(one, other), 0);
  const ids: number[] = [];
  for (let id = highest + count <= HIGHEST_SHEET_ID ? highest + 1 : 1; ids.length < count; id++) if (!used.has(id)) ids.push(id);
  return ids;
}

function lost(removed: readonly string[], written: readonly string[]): string[] {
  const there = new Set(written.map(nameKey));
  return removed.filter((name) => !there.has(nameKey(name)));
}

function withoutResults(from: Package, workbook: ResultWorkbook): { pack: Package; removed: readonly string[] } {
  const pack = from.fork();
  const owned = workbook.sheets.filter((sheet) => sheet.owned);
  if (!workbook.sheets.some((sheet) => sheet.mark !== undefined)) return { pack, removed: [] };
  const { part } = workbook;
  const ofOurs = partsOf(pack, owned);
  const asWritten = standsAsWritten(part, pack.text(part).text);
  const before: Before = owned[0]?.mark ?? {};
  pack.edit(part, (text) => {
    const calculated = owned.some((sheet) => sheet.mark?.calculated === true);
    const gone = new Set(workbook.sheets.flatMap((sheet, n) => (sheet.owned ? [n] : [])));
    const without = removeSheets(part, text, gone, asWritten ? before.names : undefined);
    return calculated ? withdrawCalculation(part, without, before.calculation) : without;
  });
  if (owned.length === 0) return { pack, removed: [] };
  dropSheets(pack, workbook, owned, ofOurs);
  const styles = stylesPart(pack, workbook);
  // Once another program has saved the workbook, the user's cells may use them.
  if (asWritten && styles !== undefined && pack.has(styles) && pack.checksum(styles) === before.styles)
    dropPart(pack, workbook, 'styles', styles);
  return { pack, removed: owned.map((sheet) => sheet.name) };
}

/** Keys of the parts that sheets are made of. */
function partsOf(pack: Package, sheets: ResultWorkbook['sheets']): Set<string> {
  const keys = new Set(sheets.map((sheet) => partKey(sheet.part)));
  for (const sheet of sheets) pack.reachable(sheet.part, keys);
  return keys;
}

/** Takes out the parts of sheets that are off the list; those that other sheets use too (a picture, say) stay. */
function dropSheets(pack: Package, workbook: ResultWorkbook, sheets: ResultWorkbook['sheets'], parts: ReadonlySet<string>): void {
  dropRelationships(pack, workbook.part, new Set(sheets.map((sheet) => sheet.relationshipId)));
  const sheetIds = new Set(sheets.map((sheet) => sheet.sheetId));
  shortenCalcChain(pack, workbook, (sheetId) => sheetIds.has(sheetId));
  const needed = pack.reachable('');
  const gone = pack.names.filter((name) => parts.has(partKey(name)) && !needed.has(partKey(name)));
  for (const name of gone) {
    pack.remove(name);
    pack.remove(relationshipsPart(name));
  }
  pack.edit(CONTENT_TYPES_PART, (text) => withdrawParts(text, [...gone, ...gone.map(relationshipsPart)]));
}

/** Takes away one sheet of the person's. @throws ProblemError no-sheet, last-sheet; the package given stays as it is in any case */
export function removeSheet(from: Package, workbook: ResultWorkbook, name: string): Package {
  const at = workbook.sheets.findIndex((sheet) => sheet.name === name);
  if (at < 0) throw refusal('no-sheet', fileWords.noSheet(name), { sheet: name });
  if (!workbook.sheets.some((sheet, n) => n !== at && !sheet.hidden)) throw refusal('last-sheet', words.lastSheet());
  const pack = from.fork();
  const gone = [workbook.sheets[at]!];
  const parts = partsOf(pack, gone);
  const { part } = workbook;
  pack.edit(part, (text) => breakReferences(part, removeSheets(part, text, new Set([at]), undefined, 'one'), [name]));
  dropSheets(pack, workbook, gone, parts);
  return pack;
}

/** Writes worksheets, notes and styles. @returns the worksheets' part names, sheets that a copy has less than, and the checksum of a style sheet that is new */
function writeParts(
  pack: Package,
  workbook: ResultWorkbook,
  plan: SheetsPlan,
  layouts: readonly SheetLayout[],
  names: ResultNames,
  deflatePiece: DeflatePiece | undefined,
): { sheetParts: string[]; shortened: number; less: readonly string[]; styles: string | undefined } {
  const folder = folderOf(workbook.part);
  const declared = new Map<string, string>();
  const withoutStyles = stylesPart(pack, workbook) === undefined;
  const styles = addStyles(pack, workbook);
  const appender = new StyleAppender(styles, pack.text(styles).text);
  const setting: SheetSetting = {
    dialect: workbook.dialect,
    styles: plan.styles,
    planStyles: new PlanStyles(appender),
    names,
    date1904: workbook.date1904,
    deflatePiece,
  };
  const sheetParts: string[] = [];
  let shortened = 0;
  let shapeId = 1;
  let formats: readonly string[] | undefined;
  const less: string[] = [];
  for (const [n, layout] of layouts.entries()) {
    const part = freePart(pack, `${folder}worksheets/sheet`, '.xml', 1);
    sheetParts.push(part);
    declared.set(part, CONTENT_TYPE.worksheet);
    const { copied } = layout.plan;
    if (copied) {
      formats ??= readFormats(styles, pack.text(styles).text);
      const from = sheetToCopy(workbook, layout.plan.name, copied.sheet).part;
      const copy = copySheet(from, pack.text(from).text, { copied, rows: layout.plan.head, appender, formats });
      pack.putText(part, copy.text);
      if (copy.isLess) less.push(copied.sheet);
      continue;
    }
    const { notes } = layout;
    const { charts = [] } = layout.plan;
    const written = writeSheet(part, setting, layout, {
      ...(notes.length > 0 && { notes: NOTES_ID }),
      ...(charts.length > 0 && { drawing: DRAWING_ID }),
    });
    pack.put(written.entry);
    shortened += written.shortened;
    const relationships: NewRelationship[] = [];
    if (notes.length > 0) {
      relationships.push(...writeNotes(pack, workbook, notes, shapeId, declared));
      shapeId += shapeBlocks(notes);
    }
    if (charts.length > 0) relationships.push(writeCharts(pack, workbook, charts, names.sheets[n]!, declared));
    if (relationships.length > 0) putRelationships(pack, part, relationships, declared);
  }
  pack.edit(styles, () => appender.build());
  pack.edit(CONTENT_TYPES_PART, (text) => declareParts(text, declared));
  return { sheetParts, shortened, less, styles: withoutStyles ? pack.checksum(styles) : undefined };
}

const NOTES_ID = 'rId1';
const DRAWING_ID = 'rId3';

function putRelationships(pack: Package, part: string, relationships: readonly NewRelationship[], declared: Map<string, string>): void {
  pack.putText(relationshipsPart(part), relationshipsXml(relationships));
  declared.set(relationshipsPart(part), CONTENT_TYPE.relationships);
}

/** Writes the parts of a sheet's notes. @returns how the sheet points to them */
function writeNotes(
  pack: Package,
  { part, dialect }: ResultWorkbook,
  notes: SheetLayout['notes'],
  shapeId: number,
  declared: Map<string, string>,
): NewRelationship[] {
  const folder = folderOf(part);
  const vml = freePart(pack, `${folder}drawings/vmlDrawing`, '.vml', 1);
  pack.putText(vml, notesVml(shapeId, notes));
  declared.set(vml, CONTENT_TYPE.vml);
  const comments = freePart(pack, `${folder}comments`, '.xml', 1);
  pack.putText(comments, commentsXml(dialect, notes));
  declared.set(comments, CONTENT_TYPE.comments);
  return [
    { id: NOTES_ID, type: `${dialect.references}/vmlDrawing`, target: `/${vml}` },
    { id: 'rId2', type: `${dialect.references}/comments`, target: `/${comments}` },
  ];
}

/** Writes the parts of a sheet's charts. @returns how the sheet points to the drawing on which they lie */
function writeCharts(
  pack: Package,
  { part, dialect }: ResultWorkbook,
  charts: readonly SheetChart[],
  sheet: string,
  declared: Map<string, string>,
): NewRelationship {
  const folder = folderOf(part);
  const relationships = charts.map((chart, n): NewRelationship => {
    const chartPart = freePart(pack, `${folder}charts/chart`, '.xml', 1);
    pack.putText(chartPart, chartXml(dialect, chart, sheet));
    declared.set(chartPart, CONTENT_TYPE.chart);
    return { id: `rId${n + 1}`, type: `${dialect.references}/chart`, target: `/${chartPart}` };
  });
  const drawing = freePart(pack, `${folder}drawings/drawing`, '.xml', 1);
  const ids = relationships.map(({ id }) => id);
  pack.putText(drawing, drawingXml(dialect, charts, ids));
  declared.set(drawing, CONTENT_TYPE.drawing);
  putRelationships(pack, drawing, relationships, declared);
  return { id: DRAWING_ID, type: `${dialect.references}/drawing`, target: `/${drawing}` };
}

function addToRelationships(pack: Package, workbook: ResultWorkbook, sheetParts: readonly string[]): string[] {
  return sheetParts.map((part) => addRelationship(pack, workbook, 'worksheet', part));
}

/** The names of one sheet: mark, filter, print titles, and the plan's own. */
function sheetNames(layout: SheetLayout, names: ResultNames, n: number, index: number, mark: MarkOf): DefinedName[] {
  const sheet = names.sheets[n]!;
  const filter = filterRange(layout);
  const { names: ranges, charts = [] } = layout.plan;
  const marked = mark(sheet, { ranges: ranges.length > 0, charts: charts.length });
  const defined: DefinedName[] = marked === undefined ? [] : [{ name: OWNER_NAME, value: marked, sheet: index, hidden: true }];
  if (filter !== undefined)
    defined.push({ name: '_xlnm._FilterDatabase', value: rangeOn(sheet, absolute(filter)), sheet: index, hidden: true });
  const titles = [repeatedColumns(layout.plan), repeatedRows(layout.plan)].flatMap((range) =>
    range === undefined ? [] : [rangeOn(sheet, range)],
  );
  if (titles.length > 0) defined.push({ name: '_xlnm.Print_Titles', value: titles.join(','), sheet: index });
  layout.plan.names.forEach(({ range }, k) =>
    defined.push({ name: names.ranges[n]![k]!, value: rangeOn(sheet, range), comment: OWNED_COMMENT }),
  );
  return defined;
}

/** @throws ProblemError bad-plan where the sheet has gone */
function sheetToCopy(workbook: ResultWorkbook, plan: string, name: string): ResultWorkbook['sheets'][number] {
  const sheet = workbook.sheets.find((one) => one.name === name && one.cells && !one.owned);
  if (!sheet) throw refusal('bad-plan', resultWords.badPlan(plan, resultWords.planWithoutSheet(name)));
  return sheet;
}

/** Names that belong to the copied sheet itself: what is printed, and which rows every page repeats. */
function namesOfCopy(workbook: ResultWorkbook, { plan: { copied, name: plan } }: SheetLayout, sheet: string, index: number): DefinedName[] {
  if (!copied) return [];
  const from = workbook.sheets.indexOf(sheetToCopy(workbook, plan, copied.sheet));
  return workbook.names.flatMap((one) =>
    one.sheet !== from || one.name.toLowerCase() === OWNER_NAME
      ? []
      : [
          {
            name: one.name,
            value: nameOnCopy(one, copied, sheet),
            sheet: index,
            ...(one.name === '_xlnm._FilterDatabase' && { hidden: true }),
          },
        ],
  );
}
