import type { Reading, Readings } from './read-case';

const rowsOf = (zones: readonly string[], columns: Readonly<Record<string, (at: number) => Reading>>) =>
  new Map(
    zones.map((zone, at) => [
      `${zone}经济开发区`,
      new Map<string, Reading>([['level', '省级'], ...Object.entries(columns).map(([key, value]): [string, Reading] => [key, value(at)])]),
    ]),
  );

const tenth = (value: number): number => Math.round(value * 1000) / 1000;

/** The five zones that most of the small workbooks hold. @param share of the figures: last year's tables hold four fifths */
const fiveRows = (share = 1) =>
  rowsOf(['滨河', '金穗', '桃林', '东篱', '长堤'], {
    staff: (at) => tenth(share * (50000 + at * 1000)),
    industrial_added: (at) => tenth(share * (200.5 + at)),
    gdp: (at) => tenth(share * (400.5 + at)),
    pollutants: (at) => tenth(share * (1600 + at)),
    solid_waste: (at) => tenth(share * (90.5 + at)),
    fdi: (at) => tenth(share * (20000 + at)),
    training: (at) => tenth(share * (10 + at)),
  });

export const FIVE: Readings = new Map([['indicators', fiveRows()]]);
export const FIVE_TWO_YEARS: Readings = new Map([
  ['indicators', fiveRows()],
  ['last_year', fiveRows(0.8)],
]);

/** The six zones of the workbooks whose names begin with a letter and a number. */
export const SIX: Readings = new Map([
  [
    'indicators',
    rowsOf(['甲山', '乙山', '丙山', '丁山', '戊山', '己山'], {
      training: (at) => 10 + at,
      fdi: (at) => 2000 + 137 * at,
      industrial_added: (at) => 100.5 + 7.25 * at,
      energy: (at) => tenth(0.3 + 0.02 * at),
      trade: (at) => 50 + 3 * at,
    }),
  ],
]);
