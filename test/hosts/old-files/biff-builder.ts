/** Bytes of a record's field: a number of one, two, four or eight (double) bytes, or bytes as they are. */
type Field = readonly ['u8' | 'u16' | 'u32' | 'f64', number] | Uint8Array;

export const u8 = (value: number): Field => ['u8', value];
export const u16 = (value: number): Field => ['u16', value];
export const u32 = (value: number): Field => ['u32', value];
export const f64 = (value: number): Field => ['f64', value];
const SIZE = { u8: 1, u16: 2, u32: 4, f64: 8 } as const;

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function bytesOf(...fields: readonly Field[]): Uint8Array {
  return joined(
    fields.map((field) => {
      if (field instanceof Uint8Array) return field;
      const [kind, value] = field;
      const bytes = new Uint8Array(SIZE[kind]);
      const view = new DataView(bytes.buffer);
      if (kind === 'u8') view.setUint8(0, value);
      else if (kind === 'u16') view.setUint16(0, value, true);
      else if (kind === 'u32') view.setUint32(0, value, true);
      else view.setFloat64(0, value, true);
      return bytes;
    }),
  );
}

/** One record of a BIFF stream: its number, its length, its body. */
export function record(type: number, ...fields: readonly Field[]): Uint8Array {
  const body = bytesOf(...fields);
  return bytesOf(u16(type), u16(body.length), body);
}

export const wide = (text: string): Uint8Array => bytesOf(...[...Array(text.length).keys()].map((n) => u16(text.charCodeAt(n))));
export const narrow = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const GLOBALS = 5;
const WORKSHEET = 0x10;
export const bof = (kind: number, version = 0x0600): Uint8Array => record(0x0809, u16(version), u16(kind), u32(0), u32(0), u32(0));
export const eof = record(0x000a);
/** A cell format of BIFF 8 by the number of its number format. */
export const xf = (format: number): Uint8Array => record(0x00e0, u16(0), u16(format), new Uint8Array(16));
export const format = (number: number, code: string): Uint8Array => record(0x041e, u16(number), u16(code.length), u8(1), wide(code));

/** Cells; `style` is the number of a cell format. */
export const number = (row: number, column: number, value: number, style = 0): Uint8Array =>
  record(0x0203, u16(row), u16(column), u16(style), f64(value));
export const rk = (row: number, column: number, value: number, style = 0): Uint8Array =>
  record(0x027e, u16(row), u16(column), u16(style), u32(((value << 2) | 2) >>> 0));
export const mulRk = (row: number, column: number, values: readonly number[]): Uint8Array =>
  record(
    0x00bd,
    u16(row),
    u16(column),
    ...values.flatMap((value) => [u16(0), u32(((value << 2) | 2) >>> 0)]),
    u16(column + values.length - 1),
  );
export const label = (row: number, column: number, text: string): Uint8Array =>
  record(0x0204, u16(row), u16(column), u16(0), u16(text.length), u8(1), wide(text));
export const shared = (row: number, column: number, text: number): Uint8Array => record(0x00fd, u16(row), u16(column), u16(0), u32(text));
export const boolErr = (row: number, column: number, code: number, isError: boolean): Uint8Array =>
  record(0x0205, u16(row), u16(column), u16(0), u8(code), u8(isError ? 1 : 0));
/** A formula =1+1 with a number that was worked out; its text lies in a record behind where the value says so. */
export const formula = (row: number, column: number, value: number | 'text'): Uint8Array =>
  record(
    0x0006,
    u16(row),
    u16(column),
    u16(0),
    value === 'text' ? bytesOf(u8(0), u8(0), u8(0), u8(0), u8(0), u8(0), u16(0xffff)) : f64(value),
    u16(0),
    u32(0),
    bytesOf(u16(7), u8(0x1e), u16(1), u8(0x1e), u16(1), u8(0x03)),
  );
export const formulaText = (text: string): Uint8Array => record(0x0207, u16(text.length), u8(1), wide(text));

/** Shared texts, each as it stands in the record. */
export const sharedText = (text: string): Uint8Array => bytesOf(u16(text.length), u8(1), wide(text));
export const sst = (...texts: readonly Uint8Array[]): Uint8Array => record(0x00fc, u32(texts.length), u32(texts.length), ...texts);
export const continued = (...fields: readonly Field[]): Uint8Array => record(0x003c, ...fields);

export const columns = (first: number, last: number, characters: number, hidden = false): Uint8Array =>
  record(0x007d, u16(first), u16(last), u16(characters * 256), u16(0), u16(hidden ? 1 : 0), u16(0));
export const rowFrame = (row: number, points: number, hidden = false): Uint8Array =>
  record(0x0208, u16(row), u16(0), u16(256), u16(points * 20), u32(0), u32(0x40 | (hidden ? 0x20 : 0)));
export const merges = (...areas: readonly (readonly [top: number, bottom: number, left: number, right: number])[]): Uint8Array =>
  record(0x00e5, u16(areas.length), ...areas.flat().map(u16));

export interface SheetRecords {
  readonly name: string;
  readonly records: readonly Uint8Array[];
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly hidden?: number;
  /** 0 worksheet, 2 chart. */
  readonly kind?: number;
}

/** A BIFF 8 stream. @param globals records before the list of sheets @param order of the sheets in the file, where it is not that of the tabs */
export function biff8(sheets: readonly SheetRecords[], globals: readonly Uint8Array[] = [], order?: readonly number[]): Uint8Array {
  const bodies = sheets.map(({ records, kind = 0 }) => joined([bof(kind === 0 ? WORKSHEET : 0x20), ...records, eof]));
  const head = [bof(GLOBALS), xf(0), ...globals];
  const bound = (starts: readonly number[]): Uint8Array[] =>
    sheets.map(({ name, hidden = 0, kind = 0 }, n) =>
      record(0x0085, u32(starts[n]!), u8(hidden), u8(kind), u8(name.length), u8(1), wide(name)),
    );
  const length = joined([...head, ...bound(sheets.map(() => 0)), eof]).length;
  const places = order ?? sheets.map((_, n) => n);
  const starts: number[] = [];
  let at = length;
  for (const n of places) {
    starts[n] = at;
    at += bodies[n]!.length;
  }
  return joined([...head, ...bound(starts), eof, ...places.map((n) => bodies[n]!)]);
}

/** A BIFF 5 workbook of one sheet. @param page the code page that it claims; the name and the labels are bytes */
export function biff5(page: number | undefined, name: Uint8Array, records: readonly Uint8Array[]): Uint8Array {
  const head = [bof(GLOBALS, 0x0500), ...(page === undefined ? [] : [record(0x0042, u16(page))])];
  const bound = (start: number): Uint8Array => record(0x0085, u32(start), u16(0), u8(name.length), name);
  const length = joined([...head, bound(0), eof]).length;
  return joined([...head, bound(length), eof, bof(WORKSHEET, 0x0500), ...records, eof]);
}
export const label5 = (row: number, column: number, text: Uint8Array): Uint8Array =>
  record(0x0204, u16(row), u16(column), u16(0), u16(text.length), text);

/** How programs of business systems write: one sheet, no workbook around it, no version. */
export const bareSheet = (...records: readonly Uint8Array[]): Uint8Array =>
  joined([record(0x0809, u16(0), u16(WORKSHEET), u16(0), u16(0)), ...records, eof]);
