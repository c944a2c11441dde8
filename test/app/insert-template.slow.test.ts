import { appWords as words } from '../../src/app/words';
import { templatePlan } from '../../src/core/template/template-plan';
import { bookOfPlan } from '../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { Memory, opened, packs, portOf, said, sessionOver, units } from './sample';
import { plainWorkbook } from '../ooxml/package-builder';

const JILIN = packs.find(({ pack }) => pack === 'jilin-2016')!;

const blank = (): Parameters<typeof opened>[0] => ({ bytes: plainWorkbook() });

it('a blank workbook gets the sheets of the chosen pack, and is looked at again', async () => {
  const { session, file } = await opened(blank());
  await session.choosePack('jilin-2016');
  expect(session.state.examined?.tables.find(({ main }) => main)?.at).toBeUndefined();
  await session.insertTemplate(2016);
  const sheets = templatePlan(JILIN, units, 2016).sheets.map(({ name }) => name);
  expect((await file.describe()).sheets.slice(1).map(({ name, owned }) => [name, owned])).toEqual(sheets.map((name) => [name, false]));
  expect(session.state).toMatchObject({ phase: 'ready', view: 'data', work: undefined, owned: [] });
  expect(session.state.notices).toMatchObject([{ tone: 'success', ...words.done.inserted(sheets.length, '填报说明') }]);
  expect(session.state.examined?.tables.find(({ main }) => main)?.at).toMatchObject({ sheet: '指标数据', rows: 0 });
});

it('what was typed into it is scored, and neither a rerun nor clearing takes it away', async () => {
  const { session, file } = await opened(blank());
  await session.choosePack('jilin-2016');
  await session.insertTemplate(2016);
  const cells = ['青石经济开发区', '国家级', 3, 5, 700, 1000, 70].map((value, column) => ({
    kind: 'value' as const,
    row: 3,
    column,
    value,
  }));
  file.edit([{ sheet: '指标数据', cells }]);
  await session.check();
  expect(session.state.examined?.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(session.state.examined?.dataYear.short).toBe('2016年度');
  await session.score();
  await session.score();
  await session.clear();
  const left = (await file.describe()).sheets.map(({ name }) => name);
  expect(left).toEqual(['数据', ...templatePlan(JILIN, units, 2016).sheets.map(({ name }) => name)]);
});

it('without a pack one is asked for', async () => {
  const { session, file } = await opened(blank());
  const before = file.bytes();
  await session.insertTemplate(2016);
  expect(said(session)).toEqual([words.trouble.noPack.message]);
  expect(file.bytes()).toBe(before);
});

it('a name that is taken is told', async () => {
  const file = openXlsx(bookOfPlan(templatePlan(JILIN, units, 2015)));
  const { session } = await opened({ file });
  await session.insertTemplate(2016);
  expect(said(session)).toContain('工作簿里已有名为“指标数据”的工作表，新表名为“指标数据（2）”。');
});

it('another year that was chosen before is let go, because the sheets say which year they are of', async () => {
  const { session, memory } = await opened(blank());
  await session.choosePack('jilin-2016');
  await session.chooseYear(2014);
  await session.insertTemplate(2016);
  expect(session.state.choices.year).toBeUndefined();
  expect([...memory.texts.values()].join()).not.toContain('2014');
});

it('cancelled before it began, nothing is inserted; cancelled while it is looked at again, the sheets are told of', async () => {
  const { session } = await opened({
    ...blank(),
    change: (port) => ({
      insert: async (plan, watch) => {
        watch?.signal?.throwIfAborted();
        return port.insert(plan);
      },
    }),
  });
  await session.choosePack('jilin-2016');
  let at: string | undefined = 'inserting';
  session.subscribe(() => {
    if (session.state.work?.stage === at && !session.state.work?.cancelling) session.cancel();
  });
  await session.insertTemplate(2016);
  expect(said(session)).toEqual([words.done.cancelled]);
  at = 'assessing';
  await session.insertTemplate(2016);
  expect(session.state.notices).toMatchObject([{ tone: 'success', nextStep: words.done.insertedTooLate }]);
});

it('what the host refuses is told, and the session works on', async () => {
  const port = { ...portOf(() => [], new Memory()), insert: () => Promise.reject(new Error('no')) };
  const session = sessionOver(port);
  await session.open();
  await session.choosePack('jilin-2016');
  await session.insertTemplate(2016);
  expect(session.state).toMatchObject({ work: undefined, notices: [{ tone: 'error' }] });
});
