import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEIGHTS_GROUND } from '../../../src/core/parameters/weights-ground';
import type { Pack } from '../../../src/core/pack/schema';
import type { Plan, SheetPlan } from '../../../src/core/plan';
import { sheetName } from '../../../src/core/report/sheet-head';
import { chartWords } from '../../../src/core/words/charts';
import { handOutWords } from '../../../src/core/words/hand-out';
import { reportWords } from '../../../src/core/words/report';
import { assessed, judged } from '../../packs/run';
import { settingsSheet } from '../../packs/sheets';
import { colourAt, planMarkdown, valueAt } from './plan-markdown';
import { smallBooks } from './small-books';

/** The public list and the notice have heads of their own; test/core/hand-out looks at them. */
const isHandedOut = ({ name }: Pick<SheetPlan, 'name'>): boolean => name === handOutWords.list || name === handOutWords.notice;

const planOf = (book: (typeof smallBooks)[number]): Plan => assessed(book.pack, book.sheets).plan!;

/** Written out here a second time: by the pack's own declarations. */
const restsOnOwnRanking = ({ rules }: Pack, id: string): boolean => {
  const rule = rules[id]!;
  return (
    (rule.kind === 'position' && rule.ranking !== undefined) ||
    rule.kind === 'movement' ||
    (rule.kind === 'deadline' && rule.when_found_by !== undefined && restsOnOwnRanking({ rules } as Pack, rule.when_found_by))
  );
};

/** Words that may stand beside a colour, in the row that it colours. */
const words: Readonly<Record<string, RegExp>> = {
  红: /不达标|不予立项|列入|已逾期|否决|必须处理|未采用|后[\d二三两][位名]|长期滞后|连续/u,
  黄: /需说明|补充说明|请核定|列入|持平|未到期|已逾期|未到目标年|请核对|惩戒|长期滞后/u,
  绿: /达标|准予|符合条件|列入|已完成|有例外批准|先进|示范|奖励|前列|靠前/u,
  灰: /缺|待补|未填|未判定|待补数核定|提示|有缺数/u,
};

describe.each(smallBooks.map((book) => [book.pack.pack, book] as const))('%s', (id, book) => {
  const plan = planOf(book);
  const { sheets } = plan;
  const body = sheets.filter(({ bodyRows }) => bodyRows > 0);
  /** Rankings by the document's own contents (in these books nothing is ranked by another's), their details, and lists that a ranking of the pack's own decides. */
  const weighed = new Set([
    chartWords.composition,
    ...Object.values(book.pack.rankings)
      .filter(({ standard }) => standard === undefined)
      .flatMap(({ title }) => [sheetName(title), sheetName(reportWords.detailOf(title))]),
    ...book.pack.sheets
      .filter(({ rules }) => rules.some((rule) => restsOnOwnRanking(book.pack, rule)))
      .map(({ title }) => sheetName(title)),
  ]);

  test('the plan, as a person has reviewed it in golden/', () => {
    expect(planMarkdown(id, plan)).toBe(readFileSync(join(__dirname, 'golden', `${id}.md`), 'utf8'));
  });

  test('same input, same plan', () => {
    expect(planOf(book)).toEqual(plan);
    expect(JSON.stringify(assessed(book.pack, book.sheets).result)).toBe(JSON.stringify(assessed(book.pack, book.sheets).result));
  });

  test('a plan survives structuredClone', () => {
    expect(structuredClone(plan)).toEqual(plan);
  });

  test('names: at most 31 characters, unique whatever the case, no forbidden sign', () => {
    const names = sheets.map(({ name }) => name);
    expect(names.filter((name) => name.length > 31 || name === '' || /[\\/?*[\]:]|^'|'$/u.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('the first rows of every sheet, and the last of those that are signed, name document and date; whose weights they are stands on those alone that rest on weights', () => {
    for (const { name, head, foot } of sheets.filter((sheet) => !isHandedOut(sheet))) {
      const isSigned = foot.flat().some(({ value }) => String(value).startsWith('制表：'));
      const first = [...head.slice(0, 5), ...(isSigned ? foot : [])].flat().map(({ value }) => String(value ?? ''));
      expect(first.some((text) => text.includes(book.pack.title))).toBe(true);
      expect(first.some((text) => text.includes('考评日期：2017-03-31'))).toBe(true);
      expect([name, first.includes(reportWords.basis.equal_weights_trial)]).toEqual([name, weighed.has(name)]);
    }
  });

  test('the user’s weights are named as the user’s, on the same sheets', () => {
    const { dimension } = Object.values(book.pack.indicators).find(({ basis }) => basis === 'named')!;
    const own = settingsSheet(book.pack, {
      dimensions: Object.fromEntries(Object.keys(book.pack.dimensions).map((key) => [key, key === dimension ? 100 : 0])),
    });
    const plan = assessed(book.pack, [...book.sheets.filter(({ name }) => name !== own.name), own]).plan!;
    for (const { name, head } of plan.sheets) {
      const texts = head
        .slice(0, 5)
        .flat()
        .map(({ value }) => value);
      expect([name, texts.includes(reportWords.basis.user_weights)]).toEqual([name, weighed.has(name)]);
      expect(texts).not.toContain(reportWords.basis.equal_weights_trial);
    }
  });

  test('a colour never stands without its word in the same row', () => {
    for (const sheet of body) {
      for (let row = 0; row < sheet.bodyRows; row++) {
        const shown = sheet.body.map((column) => valueAt(column, row)).join(' ');
        for (const [at, column] of sheet.body.entries()) {
          const colour = colourAt(plan, sheet, row, at);
          // A grey cell that is empty says with its emptiness that there is no figure.
          if (colour === undefined || (colour === '灰' && valueAt(column, row) === '')) continue;
          expect([sheet.name, row, colour, shown]).toEqual([sheet.name, row, colour, expect.stringMatching(words[colour]!)]);
        }
      }
    }
  });

  test('missing figures are empty and grey, never 0', () => {
    for (const sheet of body) {
      for (const [at, column] of sheet.body.entries()) {
        if (column.kind !== 'number') continue;
        column.values.forEach((value, row) => {
          if (Number.isNaN(value)) expect([sheet.name, row, colourAt(plan, sheet, row, at)]).toEqual([sheet.name, row, '灰']);
        });
      }
    }
  });

  test('formulas stand on detail sheets alone, over data sheets that exist, and no text begins like one', () => {
    const names = new Set([...sheets.map(({ name }) => name), ...book.sheets.map(({ name }) => name)]);
    for (const sheet of sheets) {
      const formulas = sheet.body
        .flatMap((column) => (column.kind === 'number' ? [...(column.formulas ?? [])] : []))
        .filter((formula) => formula !== '');
      if (!sheet.name.startsWith('得分明细')) expect(formulas).toEqual([]);
      else expect(formulas.length).toBeGreaterThan(0);
      for (const formula of formulas) {
        expect(formula.startsWith('=')).toBe(false);
        for (const [, name] of formula.matchAll(/'((?:[^']|'')+)'!/gu)) expect(names).toContain(name);
        expect(formula.match(/\(/gu)?.length).toBe(formula.match(/\)/gu)?.length);
      }
      // Figures of whole columns stand once, above them.
      const above = sheet.head.flat().flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
      if (!sheet.name.startsWith('得分明细')) expect(above).toEqual([]);
      else expect(new Set(above.map((formula) => /IFERROR\(([A-Z]+)\(/.exec(formula)?.[1]))).toEqual(new Set(['MIN', 'MAX']));
    }
  });

  test('bodies are rectangles, and everything that points at a row finds it', () => {
    for (const sheet of sheets) {
      for (const column of sheet.body) {
        expect(column.values).toHaveLength(sheet.bodyRows);
        if (column.styles) expect(column.styles).toHaveLength(sheet.bodyRows);
        if (column.kind === 'number' && column.formulas) expect(column.formulas).toHaveLength(sheet.bodyRows);
        expect([column.style, ...(column.styles ?? [])].every((style) => plan.styles[style] !== undefined)).toBe(true);
      }
      const last = sheet.head.length + sheet.bodyRows + sheet.foot.length;
      expect(
        [...sheet.notes, ...sheet.links].every(({ row, column }) => row < last && (sheet.body.length === 0 || column < sheet.body.length)),
      ).toBe(true);
      if (sheet.body.length > 0) expect(sheet.widths).toHaveLength(sheet.body.length);
      expect(sheet.freeze.rows).toBeLessThanOrEqual(sheet.head.length);
      if (sheet.filterRow !== undefined) expect(sheet.filterRow).toBe(sheet.head.length - 1);
    }
  });

  test('links lead to sheets of the plan or of the workbook', () => {
    const names = new Set([...sheets.map(({ name }) => name), ...book.sheets.map(({ name }) => name)]);
    const targets = sheets.flatMap((sheet: SheetPlan) => [
      ...sheet.links.map(({ link }) => link.sheet),
      ...sheet.head.flat().flatMap(({ link }) => (link ? [link.sheet] : [])),
    ]);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((name) => !names.has(name))).toEqual([]);
  });

  test('every rule has its sheet, and one that is off is named there; a sheet that would say nothing is not made, and the overview says why', () => {
    const { silent, unchosen } = judged(book.pack, book.sheets).judgement;
    const overview = sheets[0]!.head.map((row) => row.map(({ value }) => String(value ?? '')));
    for (const declared of book.pack.sheets) {
      const sheet = sheets.find(({ name }) => name === declared.title);
      const isMade = declared.rules.some((rule) => !silent.has(rule) && !unchosen.has(rule));
      expect([declared.title, sheet !== undefined]).toEqual([declared.title, isMade]);
      if (!isMade) {
        expect(overview.filter(([title, why]) => title === declared.title && why !== '')).toHaveLength(1);
        continue;
      }
      const texts = [
        ...sheet!.head.flat().map(({ value }) => String(value ?? '')),
        ...sheet!.body.flatMap((column) => (column.kind === 'text' ? column.values : [])),
      ].join('\n');
      expect(declared.rules.filter((rule) => !texts.includes(book.pack.rules[rule]!.title))).toEqual([]);
    }
  });

  test('the JSON lists the sheets that were not made as the overview does, each with what it lacks', () => {
    const { unmade } = assessed(book.pack, book.sheets).result;
    const overview = sheets[0]!.head.map((row) => row.map(({ value }) => String(value ?? '')));
    const from = overview.findIndex(([text]) => text === reportWords.overview.unmade);
    expect(unmade.map(({ title, why }) => [title, why])).toEqual(
      from < 0
        ? []
        : overview
            .slice(
              from + 1,
              overview.findIndex(([text]) => text === reportWords.overview.technical),
            )
            .filter(([title]) => !isHandedOut({ name: title! }))
            .map(([title, why]) => [title, why]),
    );
    for (const { title, ranking, rules } of unmade) {
      if (ranking !== null) expect([book.pack.rankings[ranking]?.title, rules]).toEqual([title, []]);
      else expect(rules).toEqual(book.pack.sheets.find((sheet) => sheet.title === title)!.rules);
    }
  });

  test('every finding’s sentence names its clause and quotes it', () => {
    for (const { sentence, clause } of assessed(book.pack, book.sheets).result.findings) {
      for (const key of clause.split('；')) expect(sentence).toContain(book.pack.clauses[key]!);
    }
  });

  test('decisions and parameters are all written down', () => {
    const notes = sheets.find(({ name }) => name === reportWords.sheets.notes)!;
    const texts = notes.body.flatMap((column) => (column.kind === 'text' ? column.values : [])).join('\n');
    expect(Object.entries(book.pack.decided).filter(([key, { what }]) => !texts.includes(reportWords.decision(key, what)))).toEqual([]);
    // No document is named for the weights, which every sheet that rests on them says.
    const unnamed = new Set<string>(Object.values(WEIGHTS_GROUND));
    const others = Object.entries(book.pack.parameters).filter(([key]) => !unnamed.has(key));
    expect(others.filter(([, { title }]) => !texts.includes(title))).toEqual([]);
  });
});
