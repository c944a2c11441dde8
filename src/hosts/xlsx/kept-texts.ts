import { addCustomXml, customXmlOf, dropCustomXml } from '../../ooxml/parts/custom-xml';
import type { Package } from '../../ooxml/parts/package';
import type { WorkbookPart } from '../../ooxml/parts/workbook-part';
import { givesWay, keptText, keptXml, KEPT_NAMESPACE, LONGEST_KEPT } from '../results/kept-part';

/** What is kept in the workbook under a key; see {@link keptText}. */
export function recallText(pack: Package, workbook: WorkbookPart, key: string): string | undefined {
  return keptText(
    ours(pack, workbook).map(({ xml }) => xml),
    key,
  );
}

/**
 * Keeps a text, in the part that has the key already where there is one.
 * @param text undefined to keep nothing under the key
 * @returns a changed package, or the one given where it keeps that already
 */
export function rememberText(from: Package, workbook: WorkbookPart, key: string, text: string | undefined): Package {
  const before = ours(from, workbook).filter(({ xml }) => givesWay(xml, key));
  const xml = text === undefined ? undefined : keptXml({ key, text });
  const [first, ...others] = before;
  if (others.length === 0 && first?.xml === xml) return from;
  const pack = from.fork();
  for (const { part } of xml === undefined ? before : others) dropCustomXml(pack, workbook, part);
  if (xml === undefined) return pack;
  if (first) pack.putText(pack.nameOf(first.part), xml);
  else addCustomXml(pack, workbook, KEPT_NAMESPACE, xml);
  return pack;
}

/** Our parts; one that is too long is one that cannot be read. */
function ours(pack: Package, workbook: WorkbookPart): { readonly part: string; readonly xml: string }[] {
  return customXmlOf(pack, workbook, KEPT_NAMESPACE, LONGEST_KEPT).map(({ part, xml }) => ({ part, xml: xml ?? '' }));
}
