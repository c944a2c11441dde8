import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import type { Package } from '../parts/package';
import type { Relationship } from '../parts/relationships';
import { relationshipsPart } from '../parts/relationships';
import { encodingOf } from '../xml/xml-text';
import { parseArea } from '../sheet/areas';
import { TALLEST, WIDEST, columnPixels, rowPixels, standardPixels, standardRowPixels } from './lengths';
import type { SheetLook } from './look';
import type { StyleTable } from './style-table';
import type { XmlTree } from '../xml/xml-tree';
import { TreeGrower, child, childrenNamed, isSet, numberOf, readTree } from '../xml/xml-tree';

/** What stands around the rows of a worksheet and matters for its look. Controls stand inside an alternative for newer programs. */
const WANTED = new Set([
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetProtection',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'extLst',
]);
/** A shape in the old drawing part that is no note. */
const OLD_SHAPE = /ObjectType\s*=\s*["'](?!Note["'])/;

export const sheetFrame = (): TreeGrower => new TreeGrower(({ local }, depth) => depth === 1 && WANTED.has(local));

export const found = (frame: TreeGrower, local: string): XmlTree | undefined => frame.roots.find((tree) => tree.local === local);

/** How the sheet is viewed: grid lines, zoom, frozen rows and columns. */
export function readView(frame: TreeGrower): Pick<SheetLook, 'gridLines' | 'zoom' | 'freeze'> {
  const view = child(found(frame, 'sheetViews'), 'sheetView');
  // In the page views zoomScale is theirs, and the plain view keeps its own.
  const plain = ['normal', undefined].includes(view?.attributes.get('view'));
  const zoom = Math.round(numberOf(view, plain ? 'zoomScale' : 'zoomScaleNormal', 0, 400) ?? 0);
  const pane = child(view, 'pane');
  const frozen = ['frozen', 'frozenSplit'].includes(pane?.attributes.get('state') ?? '');
  const split = (name: string, most: number): number => (frozen ? Math.trunc(numberOf(pane, name, 0, most - 1) ?? 0) : 0);
  return {
    gridLines: isSet(view, 'showGridLines', true),
    zoom: zoom === 0 ? 100 : Math.max(10, zoom),
    freeze: { rows: split('ySplit', SHEET_ROWS), columns: split('xSplit', SHEET_COLUMNS) },
  };
}

/** Pixels of columns and rows of which the file says nothing, and whether such rows are hidden. */
export function readDefaults(
  frame: TreeGrower,
  styles: StyleTable,
): Pick<SheetLook, 'defaultWidth' | 'defaultHeight'> & { readonly rowsHidden: boolean } {
  const format = found(frame, 'sheetFormatPr');
  const width = numberOf(format, 'defaultColWidth', 0, WIDEST);
  const height = numberOf(format, 'defaultRowHeight', 0, TALLEST);
  return {
    defaultWidth: width
      ? columnPixels(width, styles.digitWidth)
      : standardPixels(Math.trunc(numberOf(format, 'baseColWidth', 0, WIDEST) ?? 8), styles.digitWidth),
    defaultHeight: height ? rowPixels(height) : standardRowPixels(styles.fontSize),
    rowsHidden: isSet(format, 'zeroHeight') || height === 0,
  };
}

export const readTabColor = (frame: TreeGrower, styles: StyleTable): string | undefined =>
  styles.colors.of(child(found(frame, 'sheetPr'), 'tabColor'));

export const isProtected = (frame: TreeGrower): boolean => isSet(found(frame, 'sheetProtection'), 'sheet');

/** Whether anything lies on the sheet that is no cell and no note. */
export function hasDrawings(frame: TreeGrower, pack: Package, relationships: readonly Relationship[]): boolean {
  const named = (local: string): XmlTree[] => frame.roots.filter((tree) => tree.local === local);
  if (['picture', 'oleObjects', 'controls'].some((local) => named(local).length > 0)) return true;
  if (named('AlternateContent').some(holdsObjects)) return true;
  const partOf = (tree: XmlTree): string => relationships.find(({ id }) => id === tree.attributes.get('r:id'))?.part ?? '';
  // Some programs give every sheet a drawing part, be there anything in it or not; old ones are not even well-formed XML.
  const holds = (local: string, shape: RegExp): boolean =>
    named(local)
      .map(partOf)
      .some((part) => part !== '' && pack.has(part) && shape.test(leniently(pack.read(part))));
  return holds('drawing', /Anchor[\s>]/) || holds('legacyDrawing', OLD_SHAPE);
}

const leniently = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

function holdsObjects(tree: XmlTree): boolean {
  return tree.local === 'oleObjects' || tree.local === 'controls' || tree.children.some(holdsObjects);
}

/** Jumps inside the workbook. Some programs write them as addresses outside, "#Sheet!A1". */
export function readLinks(frame: TreeGrower, pack: Package, part: string): SheetLook['links'] {
  const links = childrenNamed(found(frame, 'hyperlinks'), 'hyperlink');
  if (links.length === 0) return [];
  const rels = relationshipsPart(part);
  const targets = new Map(
    pack.has(rels)
      ? childrenNamed(readTree(rels, pack.text(rels).text), 'Relationship').map((one) => [
          one.attributes.get('Id'),
          one.attributes.get('Target') ?? '',
        ])
      : [],
  );
  return links
    .flatMap((link) => {
      const id = link.attributes.get('r:id');
      const target = id === undefined ? undefined : (targets.get(id) ?? '');
      const inside =
        target === undefined
          ? link.attributes.get('location')
          : target.startsWith('#')
            ? target
            : target === ''
              ? link.attributes.get('location')
              : undefined;
      const to = inside?.replace(/^#/, '') ?? '';
      const area = parseArea(link.attributes.get('ref') ?? '');
      return area && to !== '' ? [{ row: area.top, column: area.left, to }] : [];
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}
