import { DAMAGED, givesWay, KEPT_NAMESPACE as NS, keptText, keptXml, LONGEST_KEPT, readKept } from '../../../src/hosts/results/kept-part';

const part = (content: string, key = '键'): string => `<memory xmlns="${NS}" key="${key}">${content}</memory>`;

test.each(['', '值', '{"a":"<b>&amp;\'\\"]]>\\u0000"}', '一\n二\r\n三\t四', '𠮷 &#38;'])('a text comes back as it was: %j', (text) => {
  const kept = { key: '"甲" & <乙>', text };
  expect(readKept(keptXml(kept))).toEqual(kept);
});

test.each([
  ['a declaration and a byte order mark', `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n${part('值')}\r\n`],
  ['a prefix', `<z:memory xmlns:z='${NS}'  key = '键' >值</z:memory >`],
  ['references by number', part('&#x503C;').replace('键', '&#38190;')],
])('is read with %s', (_, xml) => expect(readKept(xml)).toEqual({ key: '键', text: '值' }));

test.each([
  ['nothing', ''],
  ['another element', `<other xmlns="${NS}" key="键">值</other>`],
  ['no key', `<memory xmlns="${NS}">值</memory>`],
  ['an element inside', part('<a/>')],
  ['an end that is lacking', part('值').slice(0, -9)],
  ['something behind', `${part('值')}<a/>`],
  ['a document type with entities', `<!DOCTYPE memory [<!ENTITY a "bbbb">]>${part('&a;')}`],
  ['an unknown entity', part('&bomb;')],
  ['an ampersand alone', part('a & b')],
  ['a character that is none', part('&#x110000;')],
  ['more than anyone keeps', part('值'.repeat(LONGEST_KEPT))],
])('is not read with %s', (_, xml) => {
  expect(readKept(xml)).toBeUndefined();
  expect(keptText([xml], '键')).toBe(DAMAGED);
  expect(givesWay(xml, '键')).toBe(true);
});

test('of several parts the one with the key counts; two that say the same are one, two that do not are none', () => {
  expect(keptText([part('1'), part('2', '乙')], '键')).toBe('1');
  expect(keptText([part('2', '乙')], '键')).toBeUndefined();
  expect(keptText([part('1'), part('1')], '键')).toBe('1');
  expect(keptText([part('1'), part('2')], '键')).toBe(DAMAGED);
  expect(givesWay(part('2', '乙'), '键')).toBe(false);
});

test('what looks like a part for a long way is refused in no time', () => {
  for (const xml of [
    `<memory${' '.repeat(1_000_000)}`,
    `<memory${' a="b"'.repeat(200_000)}`,
    part('&'.repeat(1_000_000)),
    part('&#'.repeat(500_000)),
  ])
    expect(readKept(xml)).toBeUndefined();
});
