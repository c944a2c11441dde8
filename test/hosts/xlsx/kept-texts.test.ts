import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { KEPT_NAMESPACE as NS, keptXml } from '../../../src/hosts/results/kept-part';
import { partText, plainWorkbook, REFS, sheetOf, unzip, workbookParts, zip, type Parts } from '../../ooxml/package-builder';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullPlan } from './sample-plan';
import { template } from './template';

const KEY = 'zone-assessor.pane';
const packageOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../data/packages', `${name}.xlsx`)));

/** A workbook with parts of custom XML. */
function withParts(...xml: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }] });
  const relationships = xml.map((_, n) => `<Relationship Id="c${n}" Type="${REFS}/customXml" Target="../customXml/item${n + 1}.xml"/>`);
  const rels = parts['xl/_rels/workbook.xml.rels'] as string;
  const all = {
    ...parts,
    'xl/_rels/workbook.xml.rels': rels.replace('</Relationships>', `${relationships.join('')}</Relationships>`),
    ...Object.fromEntries(xml.map((one, n) => [`customXml/item${n + 1}.xml`, one])),
  };
  return zip(all, 0);
}

const ways: Readonly<Record<string, Uint8Array>> = {
  'a template with everything': template(),
  'a plain workbook': plainWorkbook(),
  'a strict one': packageOf('strict'),
  'one at the root of the package': packageOf('workbook-at-root'),
  'relationships declared by name': packageOf('rels-by-name'),
};

describe.each(Object.entries(ways))('%s', (_, before) => {
  test('keeps texts by their keys, also in the file', async () => {
    const file = openXlsx(before);
    expect(await file.recall(KEY)).toBeUndefined();
    await file.remember(KEY, '{"甲":1}');
    await file.remember('另', '2');
    await file.remember(KEY, '{"甲":"<新> & \\"值\\""}');
    const again = openXlsx(file.bytes());
    expect([await again.recall(KEY), await again.recall('另'), await again.recall('无')]).toEqual([
      '{"甲":"<新> & \\"值\\""}',
      '2',
      undefined,
    ]);
  });

  test('has its very bytes again once nothing is kept', async () => {
    const file = openXlsx(before);
    await file.remember(KEY, '一');
    await file.remember('另', '2');
    await file.remember(KEY, undefined);
    await file.remember('另', undefined);
    expect(unzip(file.bytes())).toEqual(unzip(openXlsx(before).bytes()));
    expect(Object.keys(unzip(file.bytes()))).toEqual(Object.keys(unzip(before)));
  });

  test('has them, styles aside, where results came and went meanwhile, in whatever order', async () => {
    const file = openXlsx(before);
    await file.remember(KEY, '一');
    await file.write(fullPlan());
    await file.remember(KEY, '二');
    await file.write(fullPlan());
    expect(await file.recall(KEY)).toBe('二');
    await file.clear();
    expect(await file.recall(KEY)).toBe('二');
    await file.remember(KEY, undefined);
    const withoutStyles = (bytes: Uint8Array): unknown =>
      Object.fromEntries(Object.entries(unzip(bytes)).filter(([part]) => !part.endsWith('styles.xml')));
    expect(withoutStyles(file.bytes())).toEqual(withoutStyles(before));
  });
});

test('the same text once more, or nothing taken away, leaves the file alone', async () => {
  const file = openXlsx(template());
  const { length } = file.bytes();
  await file.remember(KEY, undefined);
  expect(file.bytes()).toHaveLength(length);
  await file.remember(KEY, '一');
  const bytes = file.bytes();
  await file.remember(KEY, '一');
  expect(file.bytes()).toBe(bytes);
});

test('parts of other programs stay as they are, however odd', async () => {
  const foreign = [
    `<other xmlns="urn:x" xmlns:z="${NS}">${NS}</other>`,
    `<!-- <memory xmlns="${NS}" key="${KEY}">一</memory> --><a/>`,
    '<<<',
    new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
    new Uint8Array([0xc3, 0x28]),
    '',
  ];
  const before = withParts(...foreign);
  const file = openXlsx(before);
  expect(await file.recall(KEY)).toBeUndefined();
  await file.remember(KEY, '一');
  expect(await file.recall(KEY)).toBe('一');
  await file.remember(KEY, undefined);
  expect(unzip(file.bytes())).toEqual(unzip(before));
});

describe('a part of ours that is damaged', () => {
  const whole = keptXml({ key: KEY, text: '一' });
  test.each<[string, (string | Uint8Array)[]]>([
    ['is cut off', [whole.slice(0, -3)]],
    ['has a document type', [`<!DOCTYPE memory [<!ENTITY a "${'b'.repeat(1000)}">]>${whole.replace('一', '&a;&a;')}`]],
    ['has elements in it', [whole.replace('一', '<a><b/></a>')]],
    ['is too long', [keptXml({ key: KEY, text: '一'.repeat(9_000_000) })]],
    ['is there twice', [whole, whole.replace('一', '二')]],
    ['is one of two', [whole, whole.replace('memory', 'x')]],
  ])('where it %s, it is told apart from nothing, and gives way to what is kept next', async (_, parts) => {
    const file = openXlsx(withParts(...parts));
    expect(await file.recall(KEY)).toBe('');
    await file.remember(KEY, '新');
    expect(await openXlsx(file.bytes()).recall(KEY)).toBe('新');
    expect(Object.keys(unzip(file.bytes())).filter((part) => part.startsWith('customXml/item'))).toHaveLength(1);
    await file.remember(KEY, undefined);
    expect(Object.keys(unzip(file.bytes())).filter((part) => part.startsWith('customXml/'))).toEqual([]);
  });

  test('a relationship without its part is nothing', async () => {
    const parts = unzip(withParts(whole));
    delete parts['customXml/item1.xml'];
    const file = openXlsx(zip(parts));
    expect(await file.recall(KEY)).toBeUndefined();
    await file.remember(KEY, '一');
    expect(await file.recall(KEY)).toBe('一');
  });
});

test('Office knows the part by its namespace', async () => {
  const file = openXlsx(plainWorkbook());
  await file.remember(KEY, '一');
  const after = file.bytes();
  expect(partText(after, 'xl/_rels/workbook.xml.rels')).toContain(`Type="${REFS}/customXml" Target="../customXml/item1.xml"`);
  expect(partText(after, 'customXml/_rels/item1.xml.rels')).toContain(`Type="${REFS}/customXmlProps" Target="itemProps1.xml"`);
  expect(partText(after, 'customXml/itemProps1.xml')).toContain(`<ds:schemaRef ds:uri="${NS}"/>`);
  expect(partText(after, '[Content_Types].xml')).toContain('PartName="/customXml/itemProps1.xml"');
  expect(partText(after, 'customXml/item1.xml')).toBe(`<memory xmlns="${NS}" key="${KEY}">一</memory>`);
});
