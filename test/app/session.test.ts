import { ProblemError } from '../../src/core/problem';
import { appWords as words } from '../../src/core/words/app';
import { MEMORY_KEY } from '../../src/app/remembered';
import { Session } from '../../src/app/session';
import type { SessionState } from '../../src/app/state';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { Memory, NOW, opened, packs, portOf, said, sampleBytes, units } from './sample';
import { HEADER, parkSheets, ROWS } from './small-park';

const over = async (port: ReturnType<typeof portOf>): Promise<Session> => {
  const session = new Session({ port, packs, units, now: () => NOW });
  await session.open();
  return session;
};

describe('the first look', () => {
  test.each(packs.map(({ pack }) => [pack]))('the sample of %s is matched with its pack and found fit', async (id) => {
    const { session } = await opened({ bytes: sampleBytes(id) });
    expect(session.state).toMatchObject({ phase: 'ready', view: 'pack', chosenBy: 'match', work: undefined, notices: [] });
    expect(session.pack?.pack).toBe(id);
    expect(session.state.examined?.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  test('a workbook that fits no pack asks, and says so again when one scores all the same', async () => {
    const session = await over(portOf(() => parkSheets(['甲', '乙'], [['丙', 1]])));
    expect(session.pack).toBeUndefined();
    await session.score();
    expect(said(session)).toEqual([words.trouble.noPack.message]);
    expect(session.state.view).toBe('pack');
  });

  test('a workbook that cannot be read tells what the host told, and can be read again', async () => {
    let broken = true;
    const refusal = new ProblemError([{ severity: 'block', code: 'busy', message: 'Excel 正在编辑单元格。', nextStep: '请按回车结束编辑后重试。' }]);
    const { session } = await opened({ change: (port) => ({ read: async (watch) => (broken ? Promise.reject(refusal) : port.read(watch)) }) });
    expect(session.state.phase).toBe('unreadable');
    expect(session.state.notices).toMatchObject([{ tone: 'error', message: 'Excel 正在编辑单元格。', nextStep: '请按回车结束编辑后重试。' }]);
    broken = false;
    await session.open();
    expect(session.state).toMatchObject({ phase: 'ready', notices: [] });
  });
});

describe('scoring', () => {
  test('writes the plan, shows the result and keeps a summary', async () => {
    const { session, file, memory } = await opened();
    await session.score();
    const { outcome, view, stale } = session.state;
    expect({ view, stale }).toEqual({ view: 'result', stale: false });
    expect(outcome?.detail?.result.rankings[0]?.rows[0]?.rank).toBe(1);
    const owned = (await file.describe()).sheets.filter((sheet) => sheet.owned).map(({ name }) => name);
    expect(outcome?.last.written).toEqual(owned);
    expect(said(session)).toEqual([words.done.scored(owned.length)]);
    expect(memory.getItem(MEMORY_KEY)).toContain('"pack":"shandong-2016"');
  });

  test('two clicks at once do one run', async () => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    await Promise.all([session.score(), session.score(), session.check()]);
    expect(port.plans).toHaveLength(1);
    await session.score();
    expect(port.plans).toHaveLength(2);
  });

  test('a problem that blocks writes nothing and leads to the problems', async () => {
    const port = portOf(() => parkSheets(HEADER, [...ROWS, ROWS[0]!]));
    const session = await over(port);
    await session.score();
    expect(port.plans).toEqual([]);
    expect(session.state).toMatchObject({ view: 'check', notices: [{ tone: 'error', ...words.trouble.blocked(1) }] });
  });

  test('progress rises from nothing to the end and never falls', async () => {
    const { session } = await opened({ change: (port) => ({ read: async (watch) => { [0.5, 0.2, 2].forEach((share) => watch?.progress?.(share)); return port.read(); } }) });
    const shares: number[] = [];
    session.subscribe(() => { if (session.state.work) shares.push(session.state.work.share); });
    await session.score();
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(session.state.work).toBeUndefined();
  });

  test.each(['reading', 'assessing'] as const)('cancelled while %s, nothing is written', async (stage) => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    session.subscribe(() => { if (session.state.work?.stage === stage && !session.state.work.cancelling) session.cancel(); });
    await session.score();
    expect(port.plans).toEqual([]);
    expect(said(session)).toEqual([words.done.cancelled]);
    expect(session.state).toMatchObject({ work: undefined, outcome: undefined });
  });

  test('cancelled while writing, the port stops and the earlier result stays', async () => {
    const stop = new ProblemError([{ severity: 'block', code: 'cancelled', message: '已取消。', nextStep: '可重新开始。' }]);
    const port = portOf(() => parkSheets());
    const session = await over(port);
    await session.score();
    const { outcome } = session.state;
    port.write = async (_, watch) => {
      session.cancel();
      expect(watch?.signal?.aborted).toBe(true);
      throw stop;
    };
    await session.score();
    expect(said(session)).toEqual([words.done.cancelled]);
    expect(session.state.outcome).toBe(outcome);
  });

  test('an error that nobody foresaw is told with a next step, and the next run works', async () => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    const { write } = port;
    port.write = async () => Promise.reject(new TypeError('x is undefined'));
    await session.score();
    expect(session.state.notices).toMatchObject([{ tone: 'error', ...words.trouble.unexpected('x is undefined') }]);
    port.write = write;
    await session.score();
    expect(session.state.view).toBe('result');
  });
});

describe('checking and clearing', () => {
  test('checking writes nothing, counts what it found and shows it', async () => {
    const port = portOf(() => parkSheets(HEADER, [['桃林经济开发区', '省级', 5200, '约九成', 6], ...ROWS.slice(1)]));
    const session = await over(port);
    await session.check();
    expect(port.plans).toEqual([]);
    expect(session.state.view).toBe('check');
    expect(said(session)[0]).toContain(words.check.severity.error);
  });

  test('clearing removes our sheets and forgets the result', async () => {
    const { session, file } = await opened();
    await session.score();
    const { length } = session.state.owned;
    await session.clear();
    expect((await file.describe()).sheets.some(({ owned }) => owned)).toBe(false);
    expect(session.state).toMatchObject({ outcome: undefined, owned: [], view: 'pack' });
    expect(said(session)).toEqual([words.done.cleared(length)]);
    await session.clear();
    expect(said(session)).toEqual([words.done.nothingToClear]);
  });
});

describe('what the workbook remembers', () => {
  test('a pane that is opened again shows the same result without scoring', async () => {
    const first = await opened();
    await first.session.score();
    const again = await opened({ file: openXlsx(first.file.bytes()), memory: first.memory, session: { now: () => new Date(2017, 5, 1) } });
    expect(again.session.state).toMatchObject({ chosenBy: 'memory', stale: false });
    expect(again.session.state.outcome?.detail?.result).toEqual(first.session.state.outcome?.detail?.result);
  });

  test('where the figures changed meanwhile, the summary stays and is called stale', async () => {
    const memory = new Memory();
    const first = new Session({ port: portOf(() => parkSheets(), memory), packs, units, now: () => NOW });
    await first.open();
    await first.score();
    const rows = [['桃林经济开发区', '省级', 9999, 91.2, 6], ...ROWS.slice(1)];
    const again = new Session({ port: portOf(() => parkSheets(HEADER, rows), memory), packs, units, now: () => NOW });
    await again.open();
    expect(again.state.stale).toBe(true);
    expect(again.state.outcome?.detail).toBeUndefined();
    expect(again.state.outcome?.last.written).toEqual(first.state.outcome?.last.written);
  });

  test('the chosen pack comes before the matched one', async () => {
    const first = await opened();
    await first.session.choosePack('national-2014');
    const again = await opened({ memory: first.memory });
    expect(again.session.pack?.pack).toBe('national-2014');
  });

  test.each(['', '{', '[]', '{"format":"zone-assessor/pane@2"}', '{"format":"zone-assessor/pane@1","pack":"shandong-2016","sheet":null,"asOf":null,"mappings":{},"last":null,"more":1}'])('content that is not ours is put aside with a notice: %s', async (text) => {
    const memory = new Memory();
    memory.setItem(MEMORY_KEY, text);
    const { session } = await opened({ memory });
    expect(said(session)).toEqual([words.trouble.memoryUnreadable.message]);
    expect(session.state.chosenBy).toBe('match');
  });

  test('a pack that this version does not have is said and matched anew', async () => {
    const first = await opened();
    await first.session.choosePack('shandong-2016');
    const memory = new Memory();
    memory.setItem(MEMORY_KEY, first.memory.getItem(MEMORY_KEY)!.replace('"shandong-2016"', '"hebei-2030"'));
    const { session } = await opened({ memory });
    expect(said(session)).toEqual([words.trouble.memoryUnknownPack('hebei-2030').message]);
    expect(session.pack?.pack).toBe('shandong-2016');
  });

  test('a workbook that keeps nothing is no obstacle', async () => {
    const { session } = await opened({ change: () => ({ remember: async () => Promise.reject(new Error('read only')) }) });
    await session.score();
    expect(session.state.view).toBe('result');
    expect(said(session)).toContain(words.trouble.notRemembered.message);
  });
});

describe('staleness', () => {
  test('a new date, mapping or sheet makes the result stale; taking it back makes it current', async () => {
    const session = await over(portOf(() => parkSheets()));
    await session.score();
    const stale = (): boolean => session.state.stale;
    await session.chooseDate('2018-01-01');
    expect(stale()).toBe(true);
    await session.chooseDate(undefined);
    expect(stale()).toBe(false);
    await session.mapColumn('indicators', 'debt', '实际使用外资');
    expect(stale()).toBe(true);
    await session.forgetMapping();
    await session.chooseSheet('指标数据');
    expect(stale()).toBe(true);
  });

  test('coming back to the pane after mending a cell refreshes problems and marks the result', async () => {
    let rows = ROWS;
    const session = await over(portOf(() => parkSheets(HEADER, rows)));
    await session.score();
    await session.refresh();
    expect(session.state.stale).toBe(false);
    rows = [...ROWS, ROWS[0]!];
    await session.refresh();
    expect(session.state.stale).toBe(true);
    expect(session.state.examined?.problems.some(({ code }) => code === 'duplicate-row')).toBe(true);
  });

  test('a look that nobody asked for fails in silence', async () => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    port.read = async () => Promise.reject(new Error('cell is being edited'));
    await session.refresh();
    expect(session.state.notices).toEqual([]);
  });

  test('a workbook that is slow to read is not read unasked', async () => {
    let reads = 0;
    let time = 0;
    const port = portOf(() => { reads++; time += 2000; return parkSheets(); });
    const session = new Session({ port, packs, units, now: () => new Date(NOW.getTime() + time) });
    await session.open();
    const before = reads;
    await session.refresh();
    expect(reads).toBe(before);
  });
});

describe('mapping by hand', () => {
  test('a header that no pack knows serves the column that the person gives it', async () => {
    const header = HEADER.map((text) => (text === '工业固废综合利用率（%）' ? '固废情况（%）' : text));
    const session = await over(portOf(() => parkSheets(header)));
    const id = Object.entries(session.pack?.tables['indicators']?.columns ?? {}).find(([, { header: known }]) => known.includes('工业固废综合利用率'))![0];
    const found = (): number | undefined => session.state.examined?.checked.figures.tables.get('indicators')?.columns.get(id)?.column;
    expect(found()).toBeUndefined();
    await session.mapColumn('indicators', id, '固废情况');
    expect(found()).toBe(3);
    await session.mapColumn('indicators', id, undefined);
    expect(found()).toBeUndefined();
  });

  test('a main table whose name column no pack knows is found by the header that the person points at', async () => {
    const session = await over(portOf(() => parkSheets(HEADER.map((text) => (text === '开发区名称' ? '填报主体' : text)))));
    await session.choosePack('shandong-2016');
    expect(session.state.examined?.checked.figures.tables.has('indicators')).toBe(false);
    await session.mapColumn('indicators', 'zone', '填报主体');
    expect(session.state.examined?.checked.figures.tables.get('indicators')?.keys).toEqual(ROWS.map(([name]) => name));
  });
});

test('a jump that fails is told with what to do', async () => {
  const { session } = await opened({ change: () => ({ goTo: async () => Promise.reject(new Error('gone')) }) });
  await session.goTo('指标数据', 'B4');
  expect(session.state.notices).toMatchObject([words.trouble.notThere('指标数据!B4')]);
  session.dismiss(session.state.notices[0]!.id);
  expect(session.state.notices).toEqual([]);
});

test('every state that a listener sees is whole: no command throws, listeners can leave', async () => {
  const { session } = await opened();
  const seen: SessionState[] = [];
  const leave = session.subscribe(() => seen.push(session.state));
  session.show('data');
  leave();
  session.show('about');
  expect(seen.map(({ view }) => view)).toEqual(['data']);
});
