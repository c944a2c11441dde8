import { assess, type Assessment } from '../../../src/core/assess';
import type { SheetPlan } from '../../../src/core/plan';
import { FACES, type Face } from '../../../src/core/sheet-choices';
import { faceWords } from '../../../src/core/words/faces';
import { handOutWords } from '../../../src/core/words/hand-out';
import { reportWords } from '../../../src/core/words/report';
import { inputOf } from '../../packs/run';
import { smallBooks, type SmallBook } from './small-books';

const everyChoice = FACES.reduce<Face[][]>((all, face) => [...all, ...all.map((one) => [...one, face])], [[]]);
const written = ({ pack, sheets }: SmallBook, faces?: readonly Face[]): Assessment =>
  assess({ ...inputOf(pack, sheets), sheetChoices: { faces } });

const textsOf = ({ head, foot }: SheetPlan): string[] => [...head, ...foot].flatMap((row) => row.map(({ value }) => String(value ?? '')));
const linksOf = ({ head, foot, links }: SheetPlan): string[] => [
  ...[...head, ...foot].flat().flatMap(({ link }) => link?.sheet ?? []),
  ...links.map(({ link }) => link.sheet),
];
const formulasOf = ({ head, foot, body }: SheetPlan): string[] => [
  ...[...head, ...foot].flat().flatMap(({ formula }) => formula ?? []),
  ...body.flatMap((column) => (column.kind === 'number' ? (column.formulas ?? []).filter((formula) => formula !== '') : [])),
];

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (_, book) => {
  const whole = written(book);
  const mine = new Set(book.sheets.map(({ name }) => name));

  test('every sheet has a face, and 考评说明 is the cover', () => {
    const { sheets } = whole.plan!;
    expect(sheets.map(({ name, face }) => [name, face === undefined])).toEqual(sheets.map(({ name }) => [name, false]));
    expect(sheets.filter(({ face }) => face === 'cover').map(({ name }) => name)).toEqual([reportWords.sheets.overview]);
  });

  test.each(everyChoice)('%s %s %s: only these are written, and nothing points to the others', (...faces: (Face | undefined)[]) => {
    const chosen = faces.filter((face) => face !== undefined);
    const { plan, result, outcomes } = written(book, chosen);
    const wanted = whole.plan!.sheets.filter(({ face }) => face === 'cover' || chosen.some((one) => one === face));
    const names = plan!.sheets.map(({ name }) => name);
    expect(names).toEqual(wanted.map(({ name }) => name));
    const known = new Set([...names, ...mine]);
    const missing = whole.plan!.sheets.map(({ name }) => name).filter((name) => !known.has(name));
    for (const sheet of plan!.sheets) {
      expect(linksOf(sheet).filter((name) => !known.has(name))).toEqual([]);
      expect(formulasOf(sheet).filter((formula) => missing.some((name) => formula.includes(name)))).toEqual([]);
    }
    expect([...outcomes!.values()].flatMap(({ at }) => (at && !known.has(at.sheet) ? [at.sheet] : []))).toEqual([]);
    expect(result).toEqual(whole.result);
    const left = FACES.filter((face) => !chosen.includes(face));
    const said = textsOf(plan!.sheets[0]!).filter((text) => left.length > 0 && text === faceWords.leftOutOf(left));
    expect(said).toHaveLength(left.length > 0 ? 1 : 0);
  });
});

test('lists for action are signed, what explains is a working sheet', () => {
  const of = (face: Face): string[] =>
    written(smallBooks.find(({ pack }) => pack.pack === 'shandong-2016')!)
      .plan!.sheets.filter((sheet) => sheet.face === face)
      .map(({ name }) => name);
  expect(of('public')).toEqual([handOutWords.list, handOutWords.notice]);
  expect(of('signed')).toContain('通报警示名单（后3位）');
  expect(of('signed')).not.toContain('绿色指标同比监测');
  expect(of('working')).toEqual(expect.arrayContaining(['绿色指标同比监测', '规则依据', reportWords.sheets.notes]));
});
