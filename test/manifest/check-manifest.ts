import { RIBBON_NAMES } from '../../src/commands/ribbon-names';
import { FLOOR } from '../../src/hosts/excel/requirements';
import { checkOrder } from './element-order';
import { child, elements, named, parseManifest, type ManifestElement } from './manifest-xml';

/** What a manifest refers to outside of itself. */
export interface Surroundings {
  /** The icon behind the path of an address (/assets/icon-16.png); undefined where there is none. */
  icon(path: string): Uint8Array | undefined;
  /** Pages that the build makes. */
  readonly pages: readonly string[];
  /** Of the product, as package.json has it. */
  readonly version: string;
}

const DEFAULT_LOCALE = 'zh-CN';
const OTHER_LOCALE = 'en-US';
/** Microsoft's validator refuses a lower version. */
const LOWEST_MAJOR = 1;
/** Sizes that the two icons of the catalogue must have, and those that every button must offer. */
const CATALOGUE_ICONS = { IconUrl: 32, HighResolutionIconUrl: 64 } as const;
const BUTTON_SIZES = ['16', '32', '80'];
const LONGEST = { ShortStrings: 125, LongStrings: 250, resid: 32, DisplayName: 125, Description: 250, id: 64 } as const;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NULL_GUID = /^[0-]*$/;

/**
 * Every mistake of an add-in-only manifest that Microsoft's online validator or Excel would find, as far as it can be found offline.
 * Each is a sentence with the line; an empty list is a good manifest.
 */
export function checkManifest(xml: string, around: Surroundings): string[] {
  let root: ManifestElement;
  try {
    root = parseManifest(xml);
  } catch (error) {
    return [`not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
  return [
    ...checkOrder(root),
    ...checkIdentity(root, around),
    ...checkResources(root),
    ...checkLocales(root),
    ...checkAddresses(root, around),
    ...checkIcons(root, around),
    ...checkOwnIcons(root, around),
    ...checkRuntime(root),
    ...checkRequirements(root),
    ...checkCommands(root),
  ];
}

const at = (element: ManifestElement, what: string): string => `line ${element.line}, ${element.name}: ${what}`;

function checkIdentity(root: ManifestElement, { version: product }: Surroundings): string[] {
  const found: string[] = [];
  const expect = (name: string, good: (text: string) => boolean, wanted: string): void => {
    const element = child(root, name);
    if (element && !good(element.text.trim())) found.push(at(element, `"${element.text.trim()}" is not ${wanted}`));
  };
  expect('Id', (id) => GUID.test(id) && !NULL_GUID.test(id), 'a GUID in lower case');
  expect('Version', (version) => /^\d{1,5}(\.\d{1,5}){3}$/.test(version), 'a version of four numbers');
  expect('Version', (version) => Number.parseInt(version, 10) >= LOWEST_MAJOR, `at least ${LOWEST_MAJOR}.0.0.0`);
  expect('Version', (version) => version === `${LOWEST_MAJOR}.${product}`, `"${LOWEST_MAJOR}." and the version ${product} of package.json`);
  expect('DefaultLocale', (locale) => locale === DEFAULT_LOCALE, DEFAULT_LOCALE);
  expect('Permissions', (permission) => permission === 'ReadWriteDocument', 'ReadWriteDocument');
  expect('ProviderName', (name) => name.length > 0 && name.length <= 125, 'a name of 1 to 125 characters');
  for (const name of ['DisplayName', 'Description'] as const) {
    const element = child(root, name);
    const texts = [element?.attributes.get('DefaultValue'), ...(element?.children ?? []).map(({ attributes }) => attributes.get('Value'))];
    if (element && texts.some((text) => (text ?? '').length > LONGEST[name]))
      found.push(at(element, `has more than ${LONGEST[name]} characters`));
  }
  if (root.attributes.get('type') !== 'TaskPaneApp') found.push(at(root, 'xsi:type is not TaskPaneApp'));
  return found;
}

const resources = (root: ManifestElement): ManifestElement[] =>
  (child(root, 'VersionOverrides', 'Resources')?.children ?? []).flatMap(({ children }) => children);

function checkResources(root: ManifestElement): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  for (const resource of resources(root)) {
    const id = resource.attributes.get('id') ?? '';
    if (ids.has(id)) found.push(at(resource, `id "${id}" is there twice`));
    if (id.length === 0 || id.length > LONGEST.resid) found.push(at(resource, `id "${id}" has not 1 to ${LONGEST.resid} characters`));
    ids.add(id);
  }
  const used = new Set<string>();
  for (const element of elements(root)) {
    const resid = element.attributes.get('resid');
    if (resid === undefined) continue;
    used.add(resid);
    const kind = resources(root).find(({ attributes }) => attributes.get('id') === resid)?.name;
    if (kind === undefined) found.push(at(element, `resid "${resid}" is declared nowhere`));
    else if (kind !== kindFor(element)) found.push(at(element, `resid "${resid}" is a ${kind}, not a ${kindFor(element)}`));
  }
  for (const resource of resources(root)) {
    const id = resource.attributes.get('id') ?? '';
    if (!used.has(id)) found.push(at(resource, `id "${id}" is used nowhere`));
    const longest =
      resource.parent?.name === 'ShortStrings'
        ? LONGEST.ShortStrings
        : resource.parent?.name === 'LongStrings'
          ? LONGEST.LongStrings
          : Infinity;
    if ((resource.attributes.get('DefaultValue') ?? '').length > longest)
      found.push(at(resource, `"${id}" has more than ${longest} characters`));
  }
  return found;
}

function kindFor({ name }: ManifestElement): string {
  if (name === 'Image') return 'Image';
  return ['SourceLocation', 'FunctionFile', 'LearnMoreUrl', 'Runtime'].includes(name) ? 'Url' : 'String';
}

function checkLocales(root: ManifestElement): string[] {
  const worded = [child(root, 'DisplayName'), child(root, 'Description'), ...resources(root).filter(({ name }) => name === 'String')];
  return worded.flatMap((element) => {
    if (!element) return [];
    const id = element.attributes.get('id') ?? element.name;
    const other = element.children.find(({ attributes }) => attributes.get('Locale') === OTHER_LOCALE)?.attributes.get('Value') ?? '';
    const own = element.attributes.get('DefaultValue') ?? '';
    return [
      ...(own === '' ? [at(element, `"${id}" is empty`)] : []),
      ...(own !== '' && !/\p{Script=Han}/u.test(own) ? [at(element, `"${id}" is not Chinese by default`)] : []),
      ...(other === '' ? [at(element, `"${id}" has no override for ${OTHER_LOCALE}`)] : []),
      ...(/\p{Script=Han}/u.test(other) ? [at(element, `"${id}" is not English for ${OTHER_LOCALE}`)] : []),
    ];
  });
}

const ADDRESS_NAMES = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Url', 'Image', 'AppDomain'];

const PAGES = ['SupportUrl', 'SourceLocation', 'Url'];

function addresses(root: ManifestElement): { element: ManifestElement; address: string }[] {
  return [...elements(root)]
    .filter(({ name }) => ADDRESS_NAMES.includes(name))
    .flatMap((element) => {
      const address = element.name === 'AppDomain' ? element.text.trim() : element.attributes.get('DefaultValue');
      return address === undefined ? [] : [{ element, address }];
    });
}

function checkAddresses(root: ManifestElement, { pages }: Surroundings): string[] {
  const all = addresses(root);
  const home = originOf(child(root, 'DefaultSettings', 'SourceLocation')?.attributes.get('DefaultValue') ?? '');
  return all.flatMap(({ element, address }) => {
    const origin = originOf(address);
    if (origin === undefined) return [at(element, `"${address}" is no address`)];
    const page = new URL(address).pathname.replace(/^.*\//, '');
    return [
      ...(origin.startsWith('https://') ? [] : [at(element, `"${address}" is not https`)]),
      ...(origin === home ? [] : [at(element, `"${address}" lies on another server than the pane`)]),
      ...(element.name === 'AppDomain' && address !== origin ? [at(element, `"${address}" is more than a server`)] : []),
      ...(PAGES.includes(element.name) && !page.endsWith('.html') ? [at(element, `"${address}" is no page`)] : []),
      ...(page.endsWith('.html') && !pages.includes(page) ? [at(element, `the build makes no page "${page}"`)] : []),
    ];
  });
}

function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

function checkIcons(root: ManifestElement, { icon }: Surroundings): string[] {
  const found: string[] = [];
  const check = (element: ManifestElement, address: string | undefined, size: number): void => {
    if (address === undefined || originOf(address) === undefined) return;
    const path = new URL(address).pathname;
    const bytes = icon(path);
    if (!bytes) found.push(at(element, `there is no icon ${path}`));
    else if (pngSize(bytes) !== `${size}×${size}`) found.push(at(element, `${path} is ${pngSize(bytes) ?? 'no PNG'}, not ${size}×${size}`));
  };
  for (const [name, size] of Object.entries(CATALOGUE_ICONS)) {
    const element = child(root, name);
    if (element) check(element, element.attributes.get('DefaultValue'), size);
  }
  const seen = new Set<string>();
  for (const element of named(root, 'Icon')) {
    const sizes = element.children.map(({ attributes }) => attributes.get('size') ?? '');
    for (const size of BUTTON_SIZES) if (!sizes.includes(size)) found.push(at(element, `no icon of size ${size}`));
    for (const image of element.children) {
      const resource = resources(root).find(({ attributes }) => attributes.get('id') === image.attributes.get('resid'));
      const once = `${image.attributes.get('resid') ?? ''} ${image.attributes.get('size') ?? ''}`;
      if (seen.has(once)) continue;
      seen.add(once);
      check(image, resource?.attributes.get('DefaultValue'), Number(image.attributes.get('size')));
    }
  }
  return found;
}

/** Every button is known by its picture: none has that of another, neither by name nor by content. */
function checkOwnIcons(root: ManifestElement, { icon }: Surroundings): string[] {
  const owner = new Map<string, string>();
  return named(root, 'Control').flatMap((control) => {
    const id = control.attributes.get('id') ?? '';
    return (child(control, 'Icon')?.children ?? []).flatMap((image) => {
      const resid = image.attributes.get('resid') ?? '';
      const address =
        resources(root)
          .find(({ attributes }) => attributes.get('id') === resid)
          ?.attributes.get('DefaultValue') ?? '';
      const bytes = originOf(address) === undefined ? undefined : icon(new URL(address).pathname);
      if (!bytes) return [];
      const picture = Buffer.from(bytes).toString('base64');
      const other = owner.get(picture);
      owner.set(picture, id);
      return other !== undefined && other !== id ? [at(image, `"${resid}" is the icon of ${other} too`)] : [];
    });
  });
}

/** The pane, the buttons' functions and the runtime are one page, so that what one knows the others know. */
function checkRuntime(root: ManifestElement): string[] {
  const runtimes = named(root, 'Runtime');
  const pane = child(root, 'DefaultSettings', 'SourceLocation')?.attributes.get('DefaultValue');
  const addressOf = (element: ManifestElement): string | undefined =>
    resources(root)
      .find(({ attributes }) => attributes.get('id') === element.attributes.get('resid'))
      ?.attributes.get('DefaultValue');
  const panes = named(root, 'Action').flatMap((action) => child(action, 'SourceLocation') ?? []);
  return [
    ...(runtimes.length === 1 ? [] : [`there are ${runtimes.length} runtimes, not one`]),
    ...runtimes.flatMap((runtime) => [
      ...(runtime.attributes.get('lifetime') === 'long' ? [] : [at(runtime, 'lifetime is not long, so no button could share it')]),
      ...(addressOf(runtime) === pane ? [] : [at(runtime, 'is not the page of SourceLocation')]),
    ]),
    ...[...named(root, 'FunctionFile'), ...panes]
      .filter(({ attributes }) => attributes.get('resid') !== runtimes[0]?.attributes.get('resid'))
      .map((element) => at(element, `resid "${element.attributes.get('resid') ?? ''}" is not that of the runtime`)),
  ];
}

/** Width and height as the file's header says; undefined where it is no PNG. */
export function pngSize(bytes: Uint8Array): string | undefined {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || head.some((byte, n) => bytes[n] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return `${view.getUint32(16)}×${view.getUint32(20)}`;
}

function checkRequirements(root: ManifestElement): string[] {
  const sets = named(root, 'Set').filter(({ attributes }) => attributes.get('Name') === 'ExcelApi');
  const missing = [root, child(root, 'VersionOverrides')]
    .filter((of) => of && !child(of, 'Requirements', 'Sets', 'Set'))
    .map((of) => at(of!, 'no requirement set'));
  return [
    ...missing,
    ...sets
      .filter(({ attributes }) => attributes.get('MinVersion') !== FLOOR)
      .map((set) => at(set, `ExcelApi ${set.attributes.get('MinVersion') ?? ''} is asked for, but ${FLOOR} is the floor`)),
    // What is asked for is what every Excel must have to show the add-in at all; the pane asks for the rest itself.
    ...named(root, 'Set')
      .filter(({ attributes }) => attributes.get('Name') !== 'ExcelApi')
      .map((set) => at(set, `${set.attributes.get('Name') ?? ''} would hide the add-in from every Excel without it`)),
  ];
}

function checkCommands(root: ManifestElement): string[] {
  const known: readonly string[] = RIBBON_NAMES;
  const functions = named(root, 'FunctionName');
  const called = new Set(functions.map(({ text }) => text.trim()));
  const ids = new Set<string>();
  const repeated = [...named(root, 'Control'), ...named(root, 'Group')].filter(({ attributes }) => {
    const id = attributes.get('id') ?? '';
    const again = ids.has(id);
    ids.add(id);
    return again;
  });
  return [
    ...functions
      .filter(({ text }) => !known.includes(text.trim()))
      .map((element) => at(element, `src/commands has no function "${element.text.trim()}"`)),
    ...known.filter((name) => !called.has(name)).map((name) => `no button calls the function "${name}"`),
    ...repeated.map((element) => at(element, `id "${element.attributes.get('id') ?? ''}" is there twice`)),
    ...(functions.length > 0 && named(root, 'FunctionFile').length === 0 ? ['there are functions, but no FunctionFile'] : []),
  ];
}
