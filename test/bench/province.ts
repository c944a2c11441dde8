import { Zip, ZipDeflate } from 'fflate';
import { stringify } from 'yaml';
import { cellName } from '../../src/core/cell';
import { GridBuilder, type Grid } from '../../src/core/grid';
import { workbookParts } from '../ooxml/package-builder';

/**
 * A made-up province of any size: 60 indicators in 6 dimensions, scored by min-max with equal weights, a few limits and the last
 * three places. The same figures as a pack, as a grid, as a workbook and as the scoring written in spreadsheet formulas.
 */
export const INDICATORS = 60;
export const DIMENSIONS = 6;
const PER_DIMENSION = INDICATORS / DIMENSIONS;
const SHEET = '指标数据';
const header = (indicator: number): string => `指标${String(indicator + 1).padStart(2, '0')}`;
const lower = (indicator: number): boolean => indicator % 7 === 3;

export const zoneName = (zone: number): string => `第${zone + 1}开发区`;

/** A figure with two decimals, the same on every machine; about one in fifty is missing, or one in so many. */
export function figure(zone: number, indicator: number, missing = 50): number {
  let mixed = Math.imul(zone + 1, 0x9e3779b1) ^ Math.imul(indicator + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  const drawn = (mixed ^ (mixed >>> 15)) >>> 0;
  return drawn % missing === 0 ? NaN : (1000 + (drawn % 900_000)) / 100;
}

const keyOf = (indicator: number): string => `i${indicator + 1}`;

/** The pack as data, and as the text of a pack file. */
export function provincePack(): unknown {
  const range = Array.from({ length: INDICATORS }, (_, indicator) => indicator);
  const limit = (indicator: number, edge: object): object => ({
    kind: 'threshold',
    title: `${header(indicator)}底线`,
    clause: '第一条',
    measure: keyOf(indicator),
    unit: '万元',
    ...edge,
  });
  return {
    format: 'zone-assessor/pack@1',
    pack: 'bench-province',
    title: '性能测试方案（虚构）',
    jurisdiction: { level: 'other', name: '虚构省' },
    status: 'draft',
    subject: '开发区',
    clauses: { 第一条: '虚构' },
    tables: {
      indicators: {
        sheet: [SHEET],
        row: '开发区',
        key: 'zone',
        optional: false,
        columns: {
          zone: { header: ['开发区'], kind: 'text', required: true },
          ...Object.fromEntries(range.map((indicator) => [keyOf(indicator), { header: [header(indicator)], unit: '万元', at_least: 0 }])),
        },
      },
    },
    dimensions: Object.fromEntries(
      Array.from({ length: DIMENSIONS }, (_, dimension) => [`d${dimension + 1}`, { title: `维度${dimension + 1}` }]),
    ),
    indicators: Object.fromEntries(
      range.map((indicator) => [
        keyOf(indicator),
        {
          dimension: `d${Math.floor(indicator / PER_DIMENSION) + 1}`,
          direction: lower(indicator) ? 'lower_is_better' : 'higher_is_better',
          basis: 'named',
        },
      ]),
    ),
    scoring: {
      basis: 'equal_weights_trial',
      normalise: { method: 'min_max' },
      aggregate: { method: 'weighted_arithmetic', missing: 'renormalise' },
    },
    rankings: { all: { title: '综合排名' } },
    rules: {
      first: limit(0, { at_least: 100 }),
      second: limit(13, { at_most: 8900 }),
      third: limit(29, { over: 150, severity: 'general' }),
      last: { kind: 'position', title: '后三位', clause: '第一条', ranking: 'all', last: 3, consequence: '警示' },
    },
  };
}

export function provincePackText(): string {
  return stringify(provincePack());
}

export function provinceGrid(zones: number, missing?: number): Grid {
  const builder = new GridBuilder();
  builder.text(0, 0, '开发区');
  for (let indicator = 0; indicator < INDICATORS; indicator++) builder.text(0, indicator + 1, `${header(indicator)}（万元）`);
  for (let zone = 0; zone < zones; zone++) {
    builder.text(zone + 1, 0, zoneName(zone));
    for (let indicator = 0; indicator < INDICATORS; indicator++) {
      const value = figure(zone, indicator, missing);
      if (!Number.isNaN(value)) builder.number(zone + 1, indicator + 1, value);
    }
  }
  return builder.build();
}

const text = (row: number, column: number, value: string): string =>
  `<c r="${cellName(row, column)}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (row: number, column: number, value: number): string =>
  Number.isNaN(value) ? '' : `<c r="${cellName(row, column)}"><v>${value}</v></c>`;
const formula = (row: number, column: number, expression: string): string =>
  `<c r="${cellName(row, column)}"><f>${expression.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</f></c>`;

function* dataRows(zones: number): Generator<string> {
  const headers = Array.from({ length: INDICATORS }, (_, indicator) => text(0, indicator + 1, `${header(indicator)}（万元）`));
  yield `<row r="1">${text(0, 0, '开发区')}${headers.join('')}</row>`;
  for (let zone = 0; zone < zones; zone++) {
    let cells = text(zone + 1, 0, zoneName(zone));
    for (let indicator = 0; indicator < INDICATORS; indicator++) cells += number(zone + 1, indicator + 1, figure(zone, indicator));
    yield `<row r="${zone + 2}">${cells}</row>`;
  }
}

/**
 * The scoring as a careful person writes it: smallest and largest value once a column, then scores, dimensions, total, rank, and
 * the limits and last places as words.
 */
function* scoringRows(zones: number): Generator<string> {
  const column = (at: number): string => cellName(0, at).replace(/\d+$/, '');
  const totalAt = 1 + INDICATORS + DIMENSIONS;
  const indicators = Array.from({ length: INDICATORS }, (_, indicator) => indicator);
  const extreme = (row: number, name: string): string =>
    `<row r="${row + 1}">${indicators.map((indicator) => formula(row, indicator + 1, `${name}(${SHEET}!${column(indicator + 1)}$2:${column(indicator + 1)}$${zones + 1})`)).join('')}</row>`;
  yield extreme(0, 'MIN');
  yield extreme(1, 'MAX');
  for (let zone = 0; zone < zones; zone++) {
    const row = zone + 2;
    let cells = text(row, 0, zoneName(zone));
    for (const indicator of indicators) {
      const letters = column(indicator + 1);
      const value = `${SHEET}!${letters}${zone + 2}`;
      const above = lower(indicator) ? `(${letters}$2-${value})` : `(${value}-${letters}$1)`;
      cells += formula(row, indicator + 1, `IF(ISNUMBER(${value}),${above}/(${letters}$2-${letters}$1)*100,"")`);
    }
    for (let dimension = 0; dimension < DIMENSIONS; dimension++) {
      const from = 1 + dimension * PER_DIMENSION;
      cells += formula(row, 1 + INDICATORS + dimension, `AVERAGE(${cellName(row, from)}:${cellName(row, from + PER_DIMENSION - 1)})`);
    }
    cells += formula(row, totalAt, `ROUND(AVERAGE(${cellName(row, 1 + INDICATORS)}:${cellName(row, INDICATORS + DIMENSIONS)}),9)`);
    const total = cellName(row, totalAt);
    const rank = cellName(row, totalAt + 1);
    cells += formula(row, totalAt + 1, `RANK(${total},${column(totalAt)}$3:${column(totalAt)}$${zones + 2})`);
    const judged = (at: number, indicator: number, test: string): string => {
      const value = `${SHEET}!${cellName(zone + 1, indicator + 1)}`;
      return formula(row, at, `IF(ISNUMBER(${value}),IF(${value}${test},"达标","不达标"),"缺数")`);
    };
    cells += judged(totalAt + 2, 0, '>=100') + judged(totalAt + 3, 13, '<=8900') + judged(totalAt + 4, 29, '>150');
    cells += formula(row, totalAt + 5, `IF(${rank}>${zones}-3,"警示","")`);
    yield `<row r="${row + 1}">${cells}</row>`;
  }
}

const OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const CLOSE = '</sheetData></worksheet>';

/** Sheets are deflated while they are written: a whole one would be longer than a string can be. */
function zipSheets(sheets: readonly { readonly name: string; readonly rows: Iterable<string> }[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const encoder = new TextEncoder();
  const parts = workbookParts({ sheets: sheets.map(({ name }) => ({ name, xml: '' })) });
  for (const [part, content] of Object.entries(parts)) {
    const file = new ZipDeflate(part, { level: 1 });
    zip.add(file);
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part)?.[1];
    if (sheet === undefined) {
      file.push(typeof content === 'string' ? encoder.encode(content) : content, true);
      continue;
    }
    file.push(encoder.encode(OPEN));
    let waiting = '';
    for (const row of sheets[Number(sheet) - 1]!.rows) {
      waiting += row;
      if (waiting.length < 1_000_000) continue;
      file.push(encoder.encode(waiting));
      waiting = '';
    }
    file.push(encoder.encode(waiting + CLOSE), true);
  }
  zip.end();
  return concatenated(pieces);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What the command line reads. */
export function provinceWorkbook(zones: number): Uint8Array {
  return zipSheets([{ name: SHEET, rows: dataRows(zones) }]);
}

/** What a spreadsheet calculates; the scoring comes first, so that an export as text needs every formula of it. */
export function provinceFormulas(zones: number): Uint8Array {
  return zipSheets([
    { name: '得分', rows: scoringRows(zones) },
    { name: SHEET, rows: dataRows(zones) },
  ]);
}

/** Column of the total and of the rank on the sheet of formulas. */
export const formulaColumns = { total: 1 + INDICATORS + DIMENSIONS, rank: 2 + INDICATORS + DIMENSIONS, firstRow: 2 } as const;
