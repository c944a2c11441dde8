import type { ManifestElement } from './manifest-xml';

/** Children in the order of Microsoft's schemas; '?' may be left out, '+' may be repeated. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId?',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains?',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  AppDomains: ['AppDomain+'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Description?', 'Requirements', 'Hosts', 'Resources'],
  Hosts: ['Host+'],
  Requirements: ['Sets'],
  Sets: ['Set+'],
  Runtimes: ['Runtime'],
  DesktopFormFactor: ['GetStarted?', 'FunctionFile?', 'ExtensionPoint+'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  OfficeTab: ['Group+'],
  Group: ['Label', 'Icon', 'Control+'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Icon: ['Image+'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  ShowTaskpane: ['TaskpaneId?', 'SourceLocation', 'Title?'],
  ExecuteFunction: ['FunctionName'],
};

function orderOf(element: ManifestElement): readonly string[] | undefined {
  if (element.name === 'Action') return ACTIONS[element.attributes.get('type') ?? ''] ?? [];
  if (element.name === 'Host' && element.parent?.parent?.name === 'VersionOverrides') return ['Runtimes?', 'DesktopFormFactor'];
  return ORDER[element.name];
}

/** Missing, unknown, repeated and misplaced elements. */
export function checkOrder(root: ManifestElement): string[] {
  const found: string[] = [];
  const walk = (element: ManifestElement): void => {
    const order = orderOf(element);
    if (order) found.push(...compare(element, order));
    element.children.forEach(walk);
  };
  if (root.name !== 'OfficeApp') return [`the root is ${root.name}, not OfficeApp`];
  walk(root);
  return found;
}

function compare(element: ManifestElement, order: readonly string[]): string[] {
  const found: string[] = [];
  const names = order.map((name) => name.replace(/[?+]$/, ''));
  let last = 0;
  const seen = new Set<string>();
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    if (place < 0) found.push(`line ${child.line}, ${child.name}: has no place in ${element.name}`);
    else if (place < last) found.push(`line ${child.line}, ${child.name}: must stand before ${names[last]!}`);
    else if (seen.has(child.name) && !order[place]!.endsWith('+')) found.push(`line ${child.line}, ${child.name}: is there twice`);
    last = Math.max(last, place);
    seen.add(child.name);
  }
  names.forEach((name, place) => {
    if (!seen.has(name) && !order[place]!.endsWith('?')) found.push(`line ${element.line}, ${element.name}: has no ${name}`);
  });
  return found;
}
