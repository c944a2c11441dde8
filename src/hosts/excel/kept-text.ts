import { givesWay, keptText, keptXml, KEPT_NAMESPACE } from '../results/kept-part';
import { excelWords as words } from './words';
import { flush, newContext } from './context';
import { explained, failureKind, send, type Step } from './failure';
import { refusal } from '../../core/refusal';
import { queueListing } from './listing';
import type { Listing } from './listing';
import type { Watch } from '../port';

/**
 * The text kept in the workbook: in a part of ours or, where there is none, in the settings that earlier versions used. The list of sheets
 * comes along: whoever asks for choices will read the sheets next. Undefined where nothing is kept, or where this Excel keeps nothing.
 */
export async function recallText(key: string, watch?: Watch): Promise<{ text: string | undefined; listing: Listing | undefined }> {
  const found = await lookUp('recall', true, watch);
  if (!found) return { text: undefined, listing: undefined };
  const parts = await xmlOf(found, 'recall');
  const text = keptText([...parts.values()], key) ?? settingsText(found, key);
  return { text, listing: found.listing };
}

/** @param value undefined takes away what is kept under the key */
export async function rememberText(key: string, value: string | undefined, watch?: Watch): Promise<void> {
  const found = await lookUp('remember', false, watch);
  if (!found) throw refusal('cannot-remember', words.cannotRemember());
  const { context } = found;
  const before = [...(await xmlOf(found, 'remember'))].filter(([, xml]) => givesWay(xml, key)).map(([part]) => part);
  const inParts = value === undefined || found.parts === undefined ? undefined : keptXml({ key, text: value });
  const [first, ...others] = inParts === undefined ? [undefined, ...before] : before;
  others.forEach((part) => part?.delete());
  if (inParts !== undefined) {
    if (first) first.setXml(inParts);
    else context.workbook.customXmlParts.add(inParts);
  }
  if (value !== undefined && found.parts === undefined) context.workbook.settings.add(key, value);
  // Two stores would contradict each other sooner or later.
  else found.settings?.filter((item) => item.key === key).forEach((item) => item.delete());
  await send(context, 'remember');
}

interface Found {
  readonly context: Excel.RequestContext;
  /** Parts of our namespace; undefined where this Excel has none. */
  readonly parts: readonly Excel.CustomXmlPart[] | undefined;
  /** As a list, because asking for one key fails in workbooks that were saved by other programs with repeated keys. */
  readonly settings: readonly Excel.Setting[] | undefined;
  readonly listing: Listing | undefined;
}

/** Both stores, or the one that this Excel has; undefined where it has neither. */
async function lookUp(step: Step, listed: boolean, watch: Watch | undefined): Promise<Found | undefined> {
  for (const wanted of [['parts', 'settings'], ['parts'], ['settings']]) {
    const context = newContext(watch);
    const parts = wanted.includes('parts') ? context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE) : undefined;
    const settings = wanted.includes('settings') ? context.workbook.settings : undefined;
    parts?.load({ id: true });
    settings?.load({ key: true, value: true });
    const take = listed ? queueListing(context) : undefined;
    try {
      await flush(context);
      return { context, parts: parts?.items, settings: settings?.items, listing: take?.() };
    } catch (error) {
      if (failureKind(error) !== 'api-missing') throw explained(error, step);
    }
  }
  return undefined;
}

async function xmlOf({ context, parts = [] }: Found, step: Step): Promise<ReadonlyMap<Excel.CustomXmlPart, string>> {
  if (parts.length === 0) return new Map();
  const texts = parts.map((part) => part.getXml());
  await send(context, step);
  return new Map(parts.map((part, n) => [part, texts[n]!.value]));
}

function settingsText({ settings = [] }: Found, key: string): string | undefined {
  const found = settings.find((item) => item.key === key);
  return typeof found?.value === 'string' ? found.value : undefined;
}
