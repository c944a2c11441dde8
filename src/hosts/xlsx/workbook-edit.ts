import type { Dialect } from '../../ooxml/xml/namespaces';
import { RELATIONSHIP_REFERENCE } from '../../ooxml/xml/namespaces';
import type { Package } from '../../ooxml/parts/package';
import { calculatesOnLoad, unaskedForm } from '../../ooxml/parts/calculation';
import { WORKBOOK_ORDER } from '../../ooxml/parts/workbook-part';
import type { Before } from '../results/mark';
import { OWNED_COMMENT, OWNER_NAME, readMark, withoutCalculation, withoutStyles } from '../results/mark';
import { nameKey, replaceNames } from '../results/names';
import type { Edit, XmlElement } from '../../ooxml/xml/xml-outline';
import { appendChildren, applyEdits, insertInOrder, outline, prefixOf, setAttribute } from '../../ooxml/xml/xml-outline';
import { attribute, child, childrenNamed } from '../../ooxml/xml/xml-tree';
import { escapeXml } from '../../ooxml/xml/xml-text';

/** A sheet to be listed at the end. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
}

export interface DefinedName {
  readonly name: string;
  readonly value: string;
  /** Index of the sheet that the name is local to. */
  readonly sheet?: number;
  readonly hidden?: boolean;
  readonly comment?: string;
}

export function addSheets(part: string, text: string, dialect: Dialect, sheets: readonly ListedSheet[]): string {
  const list = child(outline(part, text), 'sheets')!;
  const bound = [...list.namespaces].find(([prefix, uri]) => prefix !== '' && RELATIONSHIP_REFERENCE.some((one) => one === uri));
  const prefix = bound?.[0] ?? 'r';
  const declaration = bound ? '' : ` xmlns:r="${dialect.references}"`;
  const markup = sheets.map(
    (sheet) =>
      `<${prefixOf(list)}sheet name="${escapeXml(sheet.name)}" sheetId="${sheet.sheetId}"${declaration} ${prefix}:id="${escapeXml(sheet.relationshipId)}"/>`,
  );
  return applyEdits(text, [appendChildren(list, markup.join(''))]);
}

/**
 * Takes sheets off the list, with the names local to them and our names of workbook scope; numbers by which names and views refer to
 * the other sheets follow.
 * @param gone indexes in the list
 * @param names how an empty list of names stood there before ours, if one did
 * @param which `results`: our names and marks go as well, wherever they are; `one`: only what is local to the sheets
 */
export function removeSheets(
  part: string,
  text: string,
  gone: ReadonlySet<number>,
  names?: Before['names'],
  which: 'results' | 'one' = 'results',
): string {
  const root = outline(part, text);
  const sheets = childrenNamed(child(root, 'sheets')!, 'sheet');
  const edits: Edit[] = sheets.filter((_, n) => gone.has(n)).map(deletion);
  const views = child(root, 'bookViews');
  for (const view of childrenNamed(views, 'workbookView')) {
    for (const name of ['activeTab', 'firstSheet']) {
      const old = attribute(view, name);
      if (old === undefined || !(Number(old) < sheets.length)) continue;
      const now = String(nextVisible(sheets, gone, Number(old)));
      if (now !== old) edits.push(setAttribute(text, view, name, now));
    }
  }
  const list = child(root, 'definedNames');
  let left = 0;
  const nameEdits: Edit[] = [];
  for (const element of childrenNamed(list, 'definedName')) {
    const local = attribute(element, 'localSheetId');
    // A mark on a sheet that stays is on a copy that the user made of ours; from now on that sheet is plainly the user's.
    const ours = local === undefined ? attribute(element, 'comment') === OWNED_COMMENT : isOwnerName(element);
    if ((local !== undefined && gone.has(Number(local))) || (ours && which === 'results')) nameEdits.push(deletion(element));
    else {
      left++;
      const now = local === undefined ? undefined : String(shifted(gone, Number(local)));
      if (now !== local) nameEdits.push(setAttribute(text, element, 'localSheetId', now));
    }
  }
  // An empty list of names is against the schema, but it was the user's.
  const emptied = list !== undefined && left === 0 && nameEdits.length > 0;
  if (emptied && names === undefined) edits.push(deletion(list));
  else if (emptied && names === 'closed') edits.push(closing(list));
  else edits.push(...nameEdits);
  return applyEdits(text, edits);
}

/** An element that was opened for our children closes itself again. */
function closing({ openEnd, end }: XmlElement): Edit {
  return { start: openEnd - 1, end, text: '/>' };
}

function isOwnerName(element: XmlElement): boolean {
  return attribute(element, 'name')?.toLowerCase() === OWNER_NAME;
}

function deletion({ start, end }: XmlElement): Edit {
  return { start, end, text: '' };
}

function shifted(gone: ReadonlySet<number>, index: number): number {
  let now = index;
  for (const one of gone) if (one < index) now--;
  return now;
}

/** The new number of a sheet; where the sheet itself goes, of the next visible one behind it or, failing that, before it. */
function nextVisible(sheets: readonly XmlElement[], gone: ReadonlySet<number>, index: number): number {
  const stays = (n: number): boolean => n < sheets.length && !gone.has(n);
  if (stays(index)) return shifted(gone, index);
  const visible = sheets
    .map((_, n) => n)
    .filter((n) => stays(n) && !['hidden', 'veryHidden'].includes(attribute(sheets[n]!, 'state') ?? ''));
  const next = visible.find((n) => n > index) ?? visible.at(-1);
  return next === undefined ? 0 : shifted(gone, next);
}

/** Names of workbook scope. */
export function workbookNames(part: string, text: string): string[] {
  const names = child(outline(part, text), 'definedNames');
  return childrenNamed(names, 'definedName')
    .filter((one) => attribute(one, 'localSheetId') === undefined)
    .map((one) => attribute(one, 'name') ?? '');
}

export function addNames(part: string, text: string, names: readonly DefinedName[]): string {
  const root = outline(part, text);
  const p = prefixOf(root);
  const markup = names.map((name) => nameMarkup(p, name)).join('');
  const list = child(root, 'definedNames');
  const edit = list
    ? appendChildren(list, markup)
    : insertInOrder(root, WORKBOOK_ORDER, 'definedNames', `<${p}definedNames>${markup}</${p}definedNames>`);
  return applyEdits(text, [edit]);
}

function nameMarkup(p: string, { name, value, sheet, hidden, comment }: DefinedName): string {
  const attributes = [
    ` name="${escapeXml(name)}"`,
    comment === undefined ? '' : ` comment="${escapeXml(comment)}"`,
    sheet === undefined ? '' : ` localSheetId="${sheet}"`,
    hidden ? ' hidden="1"' : '',
  ];
  return `<${p}definedName${attributes.join('')}>${escapeXml(value)}</${p}definedName>`;
}

function marksIn(part: string, text: string): XmlElement[] {
  const names = childrenNamed(child(outline(part, text), 'definedNames'), 'definedName');
  return names.filter((one) => isOwnerName(one) && readMark(one.text) !== undefined);
}

/** Whether all marks stand there as we write them, which no other program does: none has saved the workbook since. */
export function standsAsWritten(part: string, text: string): boolean {
  return marksIn(part, text).every((one) => {
    const own = { name: OWNER_NAME, value: one.text, sheet: Number(attribute(one, 'localSheetId')), hidden: true };
    return text.slice(one.start, one.end) === nameMarkup(prefixOf(one), own);
  });
}

/** How the things of the workbook part stand that writing changes, as far as clearing could not tell. */
export function beforeWriting(part: string, text: string): Before {
  const names = child(outline(part, text), 'definedNames');
  return {
    calculation: unaskedForm(part, text),
    names: names && names.children.length === 0 ? (names.selfClosing ? 'closed' : 'open') : undefined,
  };
}

/**
 * Makes a request for a full calculation the user's, where there is one: the marks of our sheets no longer say that it was ours, so
 * that clearing leaves it.
 */
export function keepCalculation(pack: Package, part: string): void {
  pack.edit(part, (text) => (calculatesOnLoad(part, text) ? changeMarks(part, text, withoutCalculation) : text));
}

/** Makes a style sheet of ours the user's, so that clearing leaves it. */
export function keepStyles(pack: Package, part: string): void {
  pack.edit(part, (text) => changeMarks(part, text, withoutStyles));
}

function changeMarks(part: string, text: string, change: (mark: string) => string): string {
  const edits = marksIn(part, text).flatMap(({ text: mark, openEnd, closeStart }) => {
    const now = change(mark);
    return now === mark ? [] : [{ start: openEnd, end: closeStart, text: escapeXml(now) }];
  });
  return applyEdits(text, edits);
}

/** What Excel itself does to a name of the user's when the sheet that it refers to is deleted. */
export function breakReferences(part: string, text: string, sheets: readonly string[]): string {
  if (sheets.length === 0) return text;
  const gone = new Set(sheets.map(nameKey));
  const names = child(outline(part, text), 'definedNames');
  const edits: Edit[] = [];
  for (const element of childrenNamed(names, 'definedName')) {
    const broken = replaceNames(element.text, (sheet) => (gone.has(nameKey(sheet)) ? '#REF!' : undefined));
    if (broken !== element.text) edits.push({ start: element.openEnd, end: element.closeStart, text: escapeXml(broken) });
  }
  return applyEdits(text, edits);
}
