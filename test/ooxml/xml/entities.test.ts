import { decodeLeniently, decodeStrictly } from '../../../src/ooxml/xml/entities';

describe('entities', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['&#65;&#x4e2d;&#x1f600;', 'A中😀'],
  ])('reads %s', (text, read) => {
    expect([decodeStrictly(text), decodeLeniently(text)]).toEqual([read, read]);
  });

  it.each(['&constructor;', '&toString;', '&nbsp;', '&amp', '& ', '&#x110000;'])('does not know %s', (text) => {
    expect([decodeStrictly(text), decodeLeniently(text)]).toEqual([undefined, text]);
  });
});
