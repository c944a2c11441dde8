import { fingerprintOf } from '../../src/core/fingerprint';
import { GridBuilder, gridOf, type Grid, type SheetGrid } from '../../src/core/grid';

const sheet = (grid: Grid, more: Partial<SheetGrid> = {}): SheetGrid => ({ name: '指标数据', grid, hidden: false, owned: false, ...more });
const plain = gridOf([
  ['开发区名称', '产值'],
  ['桃林', 12.5],
  ['滨河', null],
]);

/** FNV-1a as its authors give it. */
function reference(bytes: readonly number[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

test('it is FNV-1a with 64 bits', () => {
  expect(fingerprintOf([])).toBe('cbf29ce484222325');
  // Name "é中" (length, UTF-16), visible, one boolean true in A1: row, column, kind, value.
  const bytes = [2, 0, 0, 0, 0xe9, 0, 0x2d, 0x4e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1];
  expect(fingerprintOf([sheet(new GridBuilder().boolean(0, 0, true).build(), { name: 'é中' })])).toBe(reference(bytes));
});

test('the same cells have the same fingerprint', () => {
  const again = gridOf([
    ['开发区名称', '产值'],
    ['桃林', 12.5],
    ['滨河', null],
  ]);
  expect(fingerprintOf([sheet(again)])).toBe(fingerprintOf([sheet(plain)]));
});

test.each<[string, readonly SheetGrid[]]>([
  [
    'a number',
    [
      sheet(
        gridOf([
          ['开发区名称', '产值'],
          ['桃林', 12.6],
          ['滨河', null],
        ]),
      ),
    ],
  ],
  [
    'a number that became text',
    [
      sheet(
        gridOf([
          ['开发区名称', '产值'],
          ['桃林', '12.5'],
          ['滨河', null],
        ]),
      ),
    ],
  ],
  [
    'a blank cell that was filled with zero',
    [
      sheet(
        gridOf([
          ['开发区名称', '产值'],
          ['桃林', 12.5],
          ['滨河', 0],
        ]),
      ),
    ],
  ],
  [
    'a text',
    [
      sheet(
        gridOf([
          ['开发区名称', '产值'],
          ['桃源', 12.5],
          ['滨河', null],
        ]),
      ),
    ],
  ],
  [
    'a merged area',
    [
      sheet(
        gridOf(
          [
            ['开发区名称', '产值'],
            ['桃林', 12.5],
            ['滨河', null],
          ],
          [{ top: 0, left: 0, bottom: 0, right: 1 }],
        ),
      ),
    ],
  ],
  ['the name of the sheet', [sheet(plain, { name: '上年指标数据' })]],
  ['hiding the sheet', [sheet(plain, { hidden: true })]],
  ['another sheet', [sheet(plain), sheet(gridOf([[1]]), { name: '权重与参数' })]],
])('%s changes it', (_, sheets) => {
  expect(fingerprintOf(sheets)).not.toBe(fingerprintOf([sheet(plain)]));
});

test('a percent format changes it, because 0.07 then means 7', () => {
  const [bare, percent] = ['General', '0%'].map((format) => fingerprintOf([sheet(new GridBuilder().number(0, 0, 0.07, format).build())]));
  expect(percent).not.toBe(bare);
});

test('our own result sheets and formulas do not count', () => {
  const formula = new GridBuilder().number(0, 0, 3).formula('1+2').build();
  expect(fingerprintOf([sheet(formula)])).toBe(fingerprintOf([sheet(gridOf([[3]]))]));
  expect(fingerprintOf([sheet(plain), sheet(gridOf([[1]]), { name: '考评说明', owned: true })])).toBe(fingerprintOf([sheet(plain)]));
});
