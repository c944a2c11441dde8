import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellName } from '../../../src/core/cell';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { XmlReader } from '../../../src/ooxml/xml/xml-reader';
import { Grower, plainTree, type XmlTree } from '../../../src/ooxml/xml/xml-tree';
import { cellsOf } from './look-of';
import { officialTemplate } from './official-template';

const program = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
/** A second program's judgement; it may be left out only where LibreOffice is not installed and nobody insists on it. */
const withLibreOffice = program !== undefined || process.env['REQUIRE_LIBREOFFICE'] ? describe : describe.skip;

/** OpenDocument gives its attributes prefixes; here they go by the name behind it. */
interface OdfElement extends XmlTree {
  readonly all: ReadonlyMap<string, string>;
}

function readOdf(text: string): OdfElement {
  const grower = new Grower<OdfElement>((tag) => ({
    ...plainTree(tag),
    children: [],
    all: new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
  }));
  new XmlReader('in.fods', grower).write(text).close();
  return grower.roots[0]!;
}

const of = (element: OdfElement | undefined, local: string): string | undefined => element?.all.get(local);
const named = (element: OdfElement, local: string): OdfElement[] =>
  element.children.flatMap((one) => [
    ...(one.local === local ? [one] : []),
    ...(one.local === 'table-header-rows' || one.local.startsWith('table-row-group') || one.local.startsWith('table-column-group')
      ? named(one, local)
      : []),
  ]);
const times = (element: OdfElement, local: string): number => Number(of(element, local) ?? 1);

/** What a person sees of a cell at first sight. */
interface Sight {
  readonly fill: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number | undefined;
  readonly align: string | undefined;
  readonly border: string | undefined;
}

class Styles {
  private readonly styles: Map<string, OdfElement>;
  private readonly usual: OdfElement | undefined;

  constructor(root: OdfElement) {
    const lists = root.children.filter(({ local }) => local === 'styles' || local === 'automatic-styles');
    this.usual = lists
      .flatMap(({ children }) => children)
      .find((one) => one.local === 'default-style' && of(one, 'family') === 'table-cell');
    this.styles = new Map(
      lists.flatMap((list) =>
        list.children
          .filter((one) => one.local === 'style' && of(one, 'family') === 'table-cell')
          .map((one) => [of(one, 'name')!, one] as const),
      ),
    );
  }

  private property(name: string | undefined, properties: string, local: string): string | undefined {
    const style = (name === undefined ? undefined : this.styles.get(name)) ?? this.usual;
    if (!style) return undefined;
    const own = style.children
      .filter((one) => one.local === properties)
      .map((one) => of(one, local))
      .find((value) => value !== undefined);
    return own ?? (style === this.usual ? undefined : this.property(of(style, 'parent-style-name'), properties, local));
  }

  sight(name = 'Default'): Sight {
    const fill = this.property(name, 'table-cell-properties', 'background-color');
    const size = this.property(name, 'text-properties', 'font-size');
    const align =
      this.property(name, 'table-cell-properties', 'text-align-source') === 'fix'
        ? this.property(name, 'paragraph-properties', 'text-align')
        : undefined;
    const border = this.property(name, 'table-cell-properties', 'border-top') ?? this.property(name, 'table-cell-properties', 'border');
    return {
      fill: fill === undefined || fill === 'transparent' ? undefined : fill.slice(1).toUpperCase(),
      bold: this.property(name, 'text-properties', 'font-weight') === 'bold',
      italic: this.property(name, 'text-properties', 'font-style') === 'italic',
      size: size === undefined ? undefined : parseFloat(size),
      align: align === 'start' ? 'left' : align === 'end' ? 'right' : align,
      border: border === undefined || border === 'none' ? undefined : (/#([0-9a-f]{6})/i.exec(border)?.[1] ?? '').toUpperCase(),
    };
  }
}

/** Merged areas and the sight of every cell within `rows` and `columns`. */
function seen(
  table: OdfElement,
  styles: Styles,
  rows: number,
  columns: number,
): { readonly merges: string[]; readonly cells: Map<string, Sight> } {
  const merges: string[] = [];
  const cells = new Map<string, Sight>();
  const usual = named(table, 'table-column').flatMap((column) =>
    Array.from({ length: Math.min(columns, times(column, 'number-columns-repeated')) }, () => of(column, 'default-cell-style-name')),
  );
  let row = 0;
  for (const element of named(table, 'table-row')) {
    for (let again = Math.min(times(element, 'number-rows-repeated'), rows - row); again > 0; again--, row++) {
      let column = 0;
      for (const cell of element.children.filter(({ local }) => local === 'table-cell' || local === 'covered-table-cell')) {
        for (let more = Math.min(times(cell, 'number-columns-repeated'), columns - column); more > 0; more--, column++) {
          cells.set(cellName(row, column), styles.sight(of(cell, 'style-name') ?? of(element, 'default-cell-style-name') ?? usual[column]));
          const [down, right] = [times(cell, 'number-rows-spanned'), times(cell, 'number-columns-spanned')];
          if (down * right > 1) merges.push(`${cellName(row, column)}:${cellName(row + down - 1, column + right - 1)}`);
        }
      }
    }
  }
  return { merges, cells };
}

/** It shows a gradient in the middle of its colours. */
const GRADIENT = '填报表!B9';

withLibreOffice('LibreOffice sees the same', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'zone-assessor-look-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** All in one call: starting takes LibreOffice longer than a workbook does. */
  function convert(workbooks: readonly Uint8Array[]): OdfElement[] {
    if (program === undefined) throw new Error('REQUIRE_LIBREOFFICE is set but LibreOffice was not found');
    const files = workbooks.map((bytes, at) => {
      const path = join(folder, `in${at}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(program, ['--headless', profile, '--convert-to', 'fods', '--outdir', folder, ...files], { stdio: 'pipe' });
    return files.map((_, at) => readOdf(readFileSync(join(folder, `in${at}.fods`), 'utf8')));
  }

  const file = (path: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../..', path)));
  const books: readonly (readonly [string, Uint8Array])[] = [
    ['a sample', file('assets/samples/jilin-2016.xlsx')],
    ['yearbook C0202', file('test/data/yearbook/C0202.xlsx')],
    ['yearbook C0206', file('test/data/yearbook/C0206.xlsx')],
    ['yearbook C1302', file('test/data/yearbook/C1302.xlsx')],
    ['an official template', officialTemplate()],
  ];
  let roots: OdfElement[] = [];
  beforeAll(() => (roots = convert(books.map(([, bytes]) => bytes))));

  it.each(books.map(([name, bytes], at) => [name, bytes, at] as const))('%s', (_, bytes, at) => {
    const root = roots[at]!;
    const styles = new Styles(root);
    const tables = root.children.find(({ local }) => local === 'body')!.children[0]!.children.filter(({ local }) => local === 'table');
    const book = openXlsx(bytes).look();
    for (const sheet of book.sheets) {
      const table = tables.find((one) => of(one, 'name') === sheet.name)!;
      const { merges, cells } = seen(table, styles, sheet.cells.rows, sheet.cells.columns);
      expect(merges).toEqual(sheet.merges.map(({ top, left, bottom, right }) => `${cellName(top, left)}:${cellName(bottom, right)}`));
      for (const [name, { style }] of Object.entries(cellsOf(book, sheet))) {
        const top = style.borders?.top;
        // It has no alignment across columns and aligns turned text in its own way; automatic borders it writes black.
        const align = style.align === 'centerContinuous' || style.rotation !== undefined ? cells.get(name)?.align : style.align;
        const fill = `${sheet.name}!${name}` === GRADIENT ? cells.get(name)?.fill : near(cells.get(name)?.fill, style.fill);
        const ours: Sight = {
          fill,
          bold: style.bold ?? false,
          italic: style.italic ?? false,
          size: style.size,
          align,
          border: top && (top.color ?? '000000'),
        };
        expect({ sheet: sheet.name, name, ...cells.get(name) }).toEqual({ sheet: sheet.name, name, ...ours });
      }
    }
  });
});

/** Its colour where no channel differs from ours by more than two: patterns and tints are rounded in other ways. */
function near(theirs: string | undefined, ours: string | undefined): string | undefined {
  if (theirs === undefined || ours === undefined) return ours;
  const channels = (color: string): number[] => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
  return channels(theirs).every((channel, n) => Math.abs(channel - channels(ours)[n]!) <= 2) ? theirs : ours;
}
