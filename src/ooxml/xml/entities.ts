/** A map, since a file may well say &constructor; */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Undefined where an entity is none of the five of XML, or a character reference names no character. */
export function decodeStrictly(text: string): string | undefined {
  let valid = true;
  const decoded = text.replace(/&([^&;]*)(;?)/g, (_, body: string, end: string) => {
    const named = NAMED.get(body);
    if (end === ';' && named !== undefined) return named;
    const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
    const code = match ? parseInt(match[1] ?? match[2]!, match[1] === undefined ? 10 : 16) : 0;
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code > 0xdfff && code < 0xfffe) ||
      (code > 0xffff && code <= 0x10ffff);
    if (end !== ';' || !allowed) valid = false;
    return valid ? String.fromCodePoint(code) : '';
  });
  return valid ? decoded : undefined;
}

/** What is no entity of XML, and no character, stays as it is. */
export function decodeLeniently(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));/g,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED.get(name) ?? all;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
