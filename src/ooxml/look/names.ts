import type { Package } from '../parts/package';
import type { Relationship } from '../parts/relationships';
import type { WorkbookPart } from '../parts/workbook-part';
import { parseArea } from '../sheet/areas';
import type { NameLook, TableLook } from './look';
import { child, childrenNamed, readTree, type XmlTree } from '../xml/xml-tree';

/** Names of print areas, titles and filters, which no formula uses. */
const BUILT_IN = /^_xlnm\./i;

/** @param root of the workbook part */
export function readNames(root: XmlTree, workbook: WorkbookPart): NameLook[] {
  return childrenNamed(child(root, 'definedNames'), 'definedName').flatMap((element) => {
    const name = element.attributes.get('name') ?? '';
    const local = element.attributes.get('localSheetId');
    const sheet = local === undefined ? undefined : workbook.sheets[Number(local)]?.name;
    const formula = element.text.trim().replace(/^=/, '');
    if (name === '' || formula === '' || BUILT_IN.test(name) || (local !== undefined && sheet === undefined)) return [];
    return [{ name, formula, ...(sheet !== undefined && { sheet }) }];
  });
}

/** Tables of a sheet; those without a header row or with a totals row are left out, because rows would be counted wrong. @throws ProblemError broken-xml, doctype */
export function readTables(pack: Package, relationships: readonly Relationship[]): TableLook[] {
  return relationships
    .filter(({ kind, part }) => kind === 'table' && pack.has(part))
    .flatMap(({ part }) => {
      const table = readTree(part, pack.text(part).text);
      const area = parseArea(table.attributes.get('ref') ?? '');
      const name = table.attributes.get('displayName') ?? table.attributes.get('name') ?? '';
      const columns = childrenNamed(child(table, 'tableColumns'), 'tableColumn').map(({ attributes }) => attributes.get('name') ?? '');
      if (!area || name === '' || table.attributes.get('headerRowCount') === '0' || Number(table.attributes.get('totalsRowCount') ?? 0) > 0)
        return [];
      return [{ name, area, columns }];
    });
}
