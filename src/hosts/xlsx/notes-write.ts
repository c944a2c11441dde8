import type { CellNote } from '../../core/plan';
import { cellName } from '../../core/cell';
import { fileWords } from '../../ooxml/words';
import { xlsxWords as words } from './words';
import type { Dialect } from '../../ooxml/xml/namespaces';
import { encodeCellText, escapeXml } from '../../ooxml/xml/xml-text';
import { cellText } from '../results/limits';

/** The notes of one sheet as legacy comments: every version of Excel and WPS shows them. */
export function commentsXml(dialect: Dialect, notes: readonly CellNote[]): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="9"/><color indexed="81"/><rFont val="${fileWords.defaultFont}"/></rPr>` +
      `<t xml:space="preserve">${escapeXml(encodeCellText(cellText(text)))}</t></r></text></comment>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${dialect.spreadsheet}">` +
    `<authors><author>${words.noteAuthor}</author></authors><commentList>${comments.join('')}</commentList></comments>`
  );
}

/** Columns of 64 pixels and rows of 20 are the default; boxes are measured in them whatever the sheet's own widths are. */
const COLUMN = 64;
const ROW = 20;
const LINE = 16;
const BOX_WIDTH = 240;
/** Half-width characters of 9 points that fit on a line of the box. */
const LINE_CHARACTERS = 38;
const MOST_LINES = 24;

/**
 * The boxes of the notes. Excel wants VML for them to this day.
 * @param id a number for the shapes' ids, different for each sheet of the workbook
 */
export function notesVml(id: number, notes: readonly CellNote[]): string {
  const shapes = notes.map(({ row, column, text }, n) => {
    const height = Math.min(MOST_LINES, linesOf(text)) * LINE + 12;
    const top = Math.max(0, row - 1);
    const anchor = [
      column + 1,
      12,
      top,
      6,
      column + 1 + Math.floor((12 + BOX_WIDTH) / COLUMN),
      (12 + BOX_WIDTH) % COLUMN,
      top + Math.floor((6 + height) / ROW),
      (6 + height) % ROW,
    ];
    return (
      `<v:shape id="_x0000_s${id * 1024 + 1 + n}" type="#_x0000_t202" style="position:absolute;margin-left:0;margin-top:0;width:${BOX_WIDTH * 0.75}pt;height:${height * 0.75}pt;z-index:${n + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  // A block of ids holds 1023 shapes; further blocks are named in the same list.
  const blocks = Array.from({ length: Math.floor(notes.length / 1024) + 1 }, (_, n) => id + n).join(',');
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

/** How many blocks of shape ids the boxes take. */
export function shapeBlocks(notes: readonly CellNote[]): number {
  return Math.floor(notes.length / 1024) + 1;
}

function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / LINE_CHARACTERS)), 0);
}

/** In half-width characters: a Chinese character counts two. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character.codePointAt(0)! > 0xff ? 2 : 1;
  return width;
}
