import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FormulaFlaw } from '../../../src/ooxml/formula/formula-marks';
import { isFormula, readFormula } from '../../../src/ooxml/formula/formula-grammar';
import { FormulaFault } from '../../../src/ooxml/formula/formula-marks';
import { shownFormula, storedFormula } from '../../../src/ooxml/formula/future-functions';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { runHere } from '../../cli/run-here';
import { Workspace } from '../../cli/workspace';

const flawOf = (text: string): { flaw: FormulaFlaw; at: number } | undefined => {
  const read = readFormula(text);
  return read instanceof FormulaFault ? { flaw: read.flaw, at: read.at } : undefined;
};
const nested = (open: string, inner: string, depth: number): string => open.repeat(depth) + inner + ')'.repeat(depth);

describe('what Excel takes as a formula', () => {
  it.each([
    ['numbers', '1', '007', '.5', '5.', '1.5E+3', '2e-3', '9.99999999999999E+307', '1+2-3*4/5^6'],
    ['texts and constants', '"甲"', '""', '"a""b"', 'TRUE', 'false', '#N/A', '#div/0!', '#NULL!&#REF!', 'TRUE()', '"，（“1+"'],
    [
      'signs',
      '-1',
      '--A1',
      '+-+A1',
      '- 1',
      'A1%',
      '5%%',
      '5 %',
      '1--1',
      'A1&"x"',
      'A1<>B1',
      'A1<=B1',
      'A1>=B1',
      '1=1=1',
      '2^-1',
      '@A1:A3',
      '-@甲',
      'A1#',
      '$A$1#',
      'SUM(A1#)',
    ],
    [
      'references',
      'A1',
      '$A$1',
      'a1',
      'XFD1048576',
      'A1:B2',
      'A1 : B2',
      'A:C',
      '$A:XFD',
      '1:3',
      '$1:1048576',
      'A1:INDEX(B:B,3)',
      'OFFSET(A1,1,1):B3',
      'A1:.B9',
      'A1.:.B9',
      'A:.A',
    ],
    ['areas joined', 'A1:B2 B1:C3', 'SUM((A1,B1:B2))', 'SUM((A1, 甲))', 'SUM(A1:B2 B1)', '甲 A1', '(A1:B2 B1:C3)', '((A1))'],
    [
      'sheets',
      'Sheet1!A1',
      '指标!$A:$C',
      '指标!1:3',
      "'it''s'!A1",
      "'2022 年'!A1:B2",
      'Sheet1:Sheet3!A1',
      "SUM('1月:3月'!A1)",
      '2022年!A1',
      'Q1!A1',
      'Sheet1!A1:Sheet1!B2',
      '指标!名',
    ],
    [
      'other workbooks',
      '[1]Sheet!A1',
      '[1]!名',
      "'[book.xlsx]S'!A1",
      "'C:\\旧\\[b.xlsx]表 1'!$A$1",
      "'[1]a b'!A1",
      '[book.xlsx]S!A1',
      "[1]!'!S!R1C1'",
      '[0]!名',
      '[1]!表[a]',
    ],
    ['what is lost', '#REF!', '#REF!A1', 'Sheet1!#REF!', 'SUM(#REF!:A1)'],
    ['names', '得分', '指标_得分*2', '_a.b', 'XFE1', 'Ａ', 'A1B', '年2022', '〇一', '\\a', 'RR1C1', '得分?'],
    [
      'functions',
      'PI()',
      'SUM(A1,B1)',
      'IF(A1,,2)',
      'IF(,,)',
      'LOG10(5)',
      'atan2(1,2)',
      '_xlfn.XLOOKUP(A1,B:B,C:C)',
      '_xlfn._xlws.SORT(A1:A3)',
      '评分(A1)',
      'Sheet1!评分(1)',
      'IF(\n  A1 > 1,\r\n  2, 3 )',
      ' 1 + 2 ',
    ],
    ['arrays', '{1}', '{1,2;3,4}', '{ -1 , "a" ; TRUE , #N/A }', 'SUM({1,2,3}*2)', '{+1;-.5}'],
    [
      'tables',
      '表[]',
      '表[列]',
      'Table[列 名]',
      'T[#All]',
      'T[[#All],[a]]',
      "T[a'[b']'#]",
      'T[[#This Row],[a]:[b]]',
      'T[[#Headers],[#Data],[a]]',
      'T[ [#Totals], [a] ]',
      'T[[a]:[b]]',
      'T[@]',
      'T[@a]',
      'T[@[a b]]',
      'T[@[a]:[b]]',
      '[@列]',
      '[列]',
      '[[#This Row],[列]]',
      'SUM(T[a]:T[b])',
    ],
    [
      'names of its own',
      'LET(x,1,x+1)',
      'LET(x,1,y,x,x*y)',
      'LET( x , 1 , x )',
      'LAMBDA(x,x)(1)',
      'LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(1)',
      'LAMBDA(1)()',
      'LAMBDA(x,LAMBDA(y,x+y))(1)(2)',
      'LET(f,LAMBDA(n,n+1),f(2))',
      '_xlfn.LET(_xlpm.x,1,_xlpm.x+1)',
      '_xlfn.LAMBDA(_xlpm.x,_xlop.y,_xlpm.x)(1)',
      'BYROW(A1:B3,SUM)',
    ],
  ])('%s', (_, ...formulas) => {
    expect(formulas.filter((formula) => !isFormula(formula))).toEqual([]);
  });
});

describe('what is no formula', () => {
  it.each<[FormulaFlaw, ...[string, number][]]>([
    ['empty', ['', 0], [' \n', 0]],
    [
      'operand',
      ['1+', 2],
      ['A1+', 3],
      ['-', 1],
      ['=A1', 0],
      ['A1==B1', 3],
      ['A1=>B1', 3],
      ['*1', 0],
      ['A1 & ', 5],
      ['SUM(A1,*2)', 7],
      ['{1,,2}', 3],
      ['{1,2;3}', 6],
      ['{A1}', 1],
      ['{}', 1],
    ],
    ['parenthesis', [')', 0], ['SUM(A1', 6], ['(1', 2], ['SUM(A1))', 7], ['{1', 2]],
    ['open-text', ['"abc', 0], ['1&"', 2], ['"a""', 0]],
    [
      'full-width',
      ['》5', 0],
      ['IF(A1>5,“是”,“否”)', 8],
      ['SUM(A1，B1)', 6],
      ['SUM（A1）', 3],
      ['１+１', 0],
      ['A1×2', 2],
      ['A1≥2', 2],
      ['(1+2）', 4],
      ['A1；B1', 2],
      ['A1\u3000B1', 2],
    ],
    ['operator', ['1,2', 1], ['10万', 2], ['2022年', 4], ['A1 5', 3], ['1 2', 2], ['"a"A1', 3]],
    ['reference', ['(1,2)', 2], ['A1:5', 3], ['1+1:A1', 2], ['@5', 1], ['(A1,B1+1)', 4], ['SUM(A1):B1', 0]],
    ['outside', ['A1048577', 0], ['A0', 0], ['$XFE$1', 0], ['1:1048577', 0], ['A99999999999', 0]],
    ['name', ['R1C1', 0], ['r', 0], ['C', 0]],
    ['number', ['1E308', 0], ['1+1E400', 2]],
    [
      'parameter',
      ['LET(1,2,3)', 3],
      ['LET(x,1)', 3],
      ['LET(A1,1,2)', 4],
      ['LET(x,1,y,2)', 3],
      ['LAMBDA(1,2)', 6],
      ['LAMBDA()', 6],
      ['LET(r,1,r)', 4],
    ],
    ['sign', ['#SPILL!', 0], ['#', 0], ['$A', 0], ['T[[a]', 1], ['T[#全部]', 1], ['Sheet1!T[a]', 8]],
  ])('%s', (flaw, ...formulas) => {
    expect(formulas.map(([formula]) => [formula, flawOf(formula)])).toEqual(formulas.map(([formula, at]) => [formula, { flaw, at }]));
  });

  it.each([
    '2#',
    'SUM (A1)',
    "'a'",
    "''!A1",
    'A1!',
    'Sheet1!',
    'A1(1)',
    'SUM(A1)(1)',
    '1%2',
    'a|b!c',
    "cmd|'/c calc'!A0",
    '\t1',
    'A1;B1',
    '{1,2',
    '1:A',
    'A:1',
    '5@A1',
    '10E',
    'A1\u00a0+1',
    '1.2.3',
    'SUM(A1 B1:)',
    '[@',
    "'[b]'!A1",
    'T[a][b]',
    'T[@a]]',
  ])('%s', (formula) => {
    expect(isFormula(formula)).toBe(false);
  });
});

describe('the limits of Excel', () => {
  it.each([
    ['8,192 characters', `10${'+1'.repeat(4095)}`, `100${'+1'.repeat(4095)}`, 'long'],
    ['64 functions in one another', nested('ABS(', '1', 64), nested('ABS(', '1', 65), 'deep'],
    ['64 parentheses in one another', nested('(', '1', 64), nested('(', '1', 65), 'deep'],
    ['255 arguments', `SUM(1${',1'.repeat(254)})`, `SUM(1${',1'.repeat(255)})`, 'arguments'],
    ['255 characters of a text', `"${'""'.repeat(255)}"`, `"${'""'.repeat(256)}"`, 'long-text'],
    ['31 characters of a sheet', `'${'表'.repeat(31)}'!A1`, `'${'表'.repeat(32)}'!A1`, 'name'],
  ])('%s', (_, within, beyond, flaw) => {
    expect(flawOf(within)).toBeUndefined();
    expect(flawOf(beyond)?.flaw).toBe(flaw);
  });

  it('are told without running out of stack, however one sign is repeated', () => {
    for (const piece of [
      '(',
      '-',
      '"',
      "'",
      '[',
      '{',
      '@',
      ' ',
      '.',
      '$',
      '1',
      'A',
      'F(',
      'A1 ',
      'A1+',
      'IF(1,',
      'LET(x,',
      '[ ',
      "T['",
      'T[ ',
      '[@',
      '"a"&',
      '%',
    ]) {
      for (const tail of ['', ')', ']', '1', 'A1'])
        expect(typeof isFormula(piece.repeat(8192).slice(0, 8192 - tail.length) + tail)).toBe('boolean');
    }
    expect(isFormula(`${'-'.repeat(8191)}1`)).toBe(true);
  });
});

const signs = [
  'A1',
  '$B$2',
  ':',
  ' ',
  ',',
  ';',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '@',
  '#',
  '"',
  "'",
  '!',
  '+',
  '-',
  '%',
  '<',
  '>',
  '=',
  '&',
  '.',
  '1',
  '1E',
  'SUM(',
  'LET(',
  'LAMBDA(',
  'x',
  '甲',
  '，',
  '“',
  '[#This Row]',
  '表[',
  "'a'!",
  '_xlfn.',
  '_xlpm.x',
  'SINGLE(',
  '\ud83d',
  '\n',
  '$',
];
const mixed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

it('any text is a formula or none, what is stored of one is one, and shown as it was typed', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const stored = storedFormula(text);
      expect(isFormula(stored)).toBe(isFormula(text));
      expect(storedFormula(stored)).toBe(stored);
      expect(storedFormula(shownFormula(stored))).toBe(stored);
    }),
    { numRuns: 1500 },
  );
});

describe('formulas of real workbooks', () => {
  const space = new Workspace();
  const samples = join(__dirname, '../../../assets/samples');
  const yearbook = join(__dirname, '../../data/yearbook');
  const formulas = new Set<string>();

  beforeAll(async () => {
    const collect = async (path: string): Promise<void> => {
      for (const { grid } of await openXlsx(new Uint8Array(readFileSync(path))).read()) {
        for (let row = 0; row < grid.rows; row++) for (const column of grid.filled(row)) formulas.add(grid.formula(row, column) ?? '');
      }
    };
    const workbooks = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    for (const name of workbooks(yearbook)) await collect(join(yearbook, name));
    for (const name of workbooks(samples)) {
      const out = space.path(name);
      expect(await runHere('score', join(samples, name), '--pack', name.replace('.xlsx', ''), '--out', out)).toMatchObject({ code: 0 });
      await collect(out);
    }
    formulas.delete('');
  });

  afterAll(() => space.remove());

  it('are accepted, and stay as they are', () => {
    expect(formulas.size).toBeGreaterThan(100);
    expect([...formulas].filter((formula) => !isFormula(formula))).toEqual([]);
    expect([...formulas].filter((formula) => storedFormula(shownFormula(formula)) !== formula)).toEqual([]);
  });

  it('are refused without their last parenthesis, or with an operand too few', () => {
    const broken = [...formulas].flatMap((formula) => [
      ...(formula.includes(')') ? [formula.slice(0, formula.lastIndexOf(')')) + formula.slice(formula.lastIndexOf(')') + 1)] : []),
      `${formula}+`,
      `${formula})`,
      ...[...formula.matchAll(/(?<=[*/])[A-Za-z$]+[0-9$]+(?![\w!:(.])/g)].map(
        ({ index, 0: operand }) => formula.slice(0, index) + formula.slice(index + operand.length),
      ),
    ]);
    expect(broken.filter(isFormula)).toEqual([]);
  });
});
