import { appWords as words } from '../../src/app/words';
import { ProblemError } from '../../src/core/problem';
import type { Question } from '../../src/app/engine';
import { localEngine } from '../../src/app/local-engine';
import { fromText, MEMORY_KEY } from '../../src/app/remembered';
import { acceptableGroups } from '../../src/core/acceptable-groups';
import type { Decision } from '../../src/core/decision';
import type { TableView } from '../../src/app/tables';
import type { Session } from '../../src/app/session';
import type { SessionOptions } from '../../src/app/session-options';
import type { SessionState } from '../../src/app/state';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { forms, method, Memory, NOW, opened, packs, portOf, said, sampleBytes, sessionOver, template, units } from './sample';
import { deformedSample, DOUBT_COUNT } from './deformed-sample';
import { HEADER, parkSheets, ROWS } from './small-park';

const over = async (port: ReturnType<typeof portOf>): Promise<Session> => {
  const session = sessionOver(port);
  await session.open();
  return session;
};

const tableOf = (session: Session): TableView | undefined => session.state.examined?.tables.find(({ main }) => main);

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
    const refusal = new ProblemError([
      { severity: 'block', code: 'busy', message: 'Excel 正在编辑单元格。', nextStep: '请按回车结束编辑后重试。' },
    ]);
    const { session } = await opened({
      change: (port) => ({ read: async (watch) => (broken ? Promise.reject(refusal) : port.read(watch)) }),
    });
    expect(session.state.phase).toBe('unreadable');
    expect(session.state.notices).toMatchObject([
      { tone: 'error', message: 'Excel 正在编辑单元格。', nextStep: '请按回车结束编辑后重试。' },
    ]);
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
    expect(outcome?.detail?.rankings[0]?.top[0]?.rank).toBe(1);
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
    const { session } = await opened({
      change: (port) => ({
        read: async (watch) => {
          [0.5, 0.2, 2].forEach((share) => watch?.progress?.(share));
          return port.read();
        },
      }),
    });
    const shares: number[] = [];
    session.subscribe(() => {
      if (session.state.work) shares.push(session.state.work.share);
    });
    await session.score();
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(session.state.work).toBeUndefined();
  });

  test.each(['reading', 'assessing'] as const)('cancelled while %s, nothing is written', async (stage) => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    session.subscribe(() => {
      if (session.state.work?.stage === stage && !session.state.work.cancelling) session.cancel();
    });
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

  test('cancelled when all is written, the results stay and the pane says how to take them away', async () => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    const { write } = port;
    port.write = async (plan, watch) => {
      session.cancel();
      return write(plan, watch);
    };
    await session.score();
    expect(session.state.notices).toMatchObject([
      { tone: 'success', message: words.done.scored(port.plans[0]!.sheets.length), nextStep: words.done.cancelledTooLate },
    ]);
    expect(session.state.outcome?.detail).toBeDefined();
    port.write = write;
    await session.score();
    expect(session.state.notices[0]?.nextStep).toBeUndefined();
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
    expect(session.state.checked).toBe(false);
    await session.check();
    expect(port.plans).toEqual([]);
    expect(session.state).toMatchObject({ view: 'check', checked: true });
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
    expect(again.session.state.outcome?.detail).toBeDefined();
    expect(again.session.state.outcome?.detail).toEqual(first.session.state.outcome?.detail);
  });

  test('where the figures changed meanwhile, the summary stays and is called stale', async () => {
    const memory = new Memory();
    const first = sessionOver(portOf(() => parkSheets(), memory));
    await first.open();
    await first.score();
    const rows = [['桃林经济开发区', '省级', 9999, 91.2, 6], ...ROWS.slice(1)];
    const again = sessionOver(portOf(() => parkSheets(HEADER, rows), memory));
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

  test.each([
    '',
    '{',
    '[]',
    '{"format":"zone-assessor/pane@3"}',
    '{"format":"zone-assessor/pane@2"}',
    '{"format":"zone-assessor/pane@1","pack":"shandong-2016","sheet":null,"asOf":null,"mappings":{},"last":null,"more":1}',
  ])('content that is not ours is put aside with a notice: %s', async (text) => {
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

describe('proposals that are accepted', () => {
  const decision = (cell: string, change: Partial<Decision> = {}): Decision => ({
    kind: 'value',
    sheet: '指标数据',
    cell,
    seen: '4①',
    value: 4,
    words: '按 4 计',
    ...change,
  });
  const kept = (memory: Memory): readonly Decision[] | undefined =>
    fromText(memory.getItem(MEMORY_KEY) ?? '')?.choices.decisions['shandong-2016'];

  test('are kept with the workbook, the later answer in place of the earlier, and can be taken back', async () => {
    const memory = new Memory();
    const session = await over(portOf(() => parkSheets(), memory));
    await session.accept([decision('C2'), decision('C3')]);
    await session.accept([decision('C2', { value: 5 }), decision('C2', { value: 6 }), decision('C2', { kind: 'row' })]);
    const now = [decision('C3'), decision('C2', { value: 6 }), decision('C2', { kind: 'row' })];
    expect(session.decisions).toEqual(now);
    expect(kept(memory)).toEqual(now);
    const again = await over(portOf(() => parkSheets(), memory));
    expect(again.decisions).toEqual(now);
    await again.withdraw([decision('C3'), decision('C9')]);
    expect(kept(memory)).toEqual(now.slice(1));
    await again.withdraw(again.decisions);
    expect(kept(memory)).toEqual([]);
  });

  test('belong to their pack, and make a result stale as long as they stand', async () => {
    const session = await over(portOf(() => parkSheets()));
    await session.score();
    await session.accept([decision('C2')]);
    expect(session.state.stale).toBe(true);
    await session.withdraw([decision('C2')]);
    expect(session.state.stale).toBe(false);
    await session.accept([decision('C2')]);
    await session.choosePack('national-2014');
    expect(session.decisions).toEqual([]);
    await session.choosePack('shandong-2016');
    expect(session.decisions).toHaveLength(1);
  });

  test('hold for what the cell said then: once it says something else they are told and not followed', async () => {
    const { session, file } = await opened({ bytes: deformedSample() });
    const proposals = (): Decision[] => acceptableGroups(session.state.examined!.problems).flatMap(({ decisions }) => decisions);
    const [first] = proposals();
    await session.accept([first!]);
    expect(session.state.examined?.followed).toEqual([first]);
    expect(proposals()).toHaveLength(DOUBT_COUNT - 1);
    file.edit([{ sheet: '指标数据', cells: [{ kind: 'value', row: 5, column: 3, value: '56721①' }] }]);
    await session.check();
    expect(session.decisions).toEqual([first]);
    expect(session.state.examined?.followed).toEqual([]);
    expect(session.state.examined?.problems.filter(({ code }) => code === 'decision-outdated')).toMatchObject([
      { sheet: '指标数据', cell: first!.cell },
    ]);
    const again = proposals().find(({ cell }) => cell === first!.cell);
    expect(again).toMatchObject({ seen: '56721①' });
    await session.accept([again!]);
    expect(session.state.examined?.followed).toEqual([again]);
    expect(session.decisions).toEqual([again]);
  });

  test('the year that a person chose counts, is kept, and makes an older result stale', async () => {
    const memory = new Memory();
    const session = await over(portOf(() => parkSheets(), memory));
    await session.score();
    await session.chooseYear(2016);
    expect(session.state.stale).toBe(true);
    expect(session.state.examined?.dataYear.short).toBe('2016年度');
    const again = await over(portOf(() => parkSheets(), memory));
    expect(again.state.choices.year).toBe(2016);
    await again.chooseYear(undefined);
    expect(again.state.stale).toBe(false);
  });
});

describe('when results are cleared', () => {
  test('nothing of ours is kept where only the pack was chosen; choices stay without the result', async () => {
    const memory = new Memory();
    const session = await over(portOf(() => parkSheets(), memory));
    await session.choosePack('shandong-2016');
    await session.score();
    await session.clear();
    expect(memory.getItem(MEMORY_KEY)).toBeNull();
    await session.chooseDate('2017-01-31');
    await session.score();
    await session.clear();
    expect(fromText(memory.getItem(MEMORY_KEY)!)).toMatchObject({ choices: { asOf: '2017-01-31' }, last: undefined });
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

  test('a click while the pane looks again waits for that look and reads the figures for itself', async () => {
    const port = portOf(() => parkSheets());
    const session = await over(port);
    let release = (): void => undefined;
    let reading = 0;
    let most = 0;
    let reads = 0;
    const { read } = port;
    port.read = async (watch) => {
      reads++;
      most = Math.max(most, ++reading);
      if (reads === 1)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      reading--;
      return read(watch);
    };
    const look = session.refresh();
    void session.refresh();
    const run = session.score();
    await new Promise((resolve) => setTimeout(resolve));
    expect({ reads, task: session.state.work?.task }).toEqual({ reads: 1, task: 'score' });
    release();
    await Promise.all([look, run]);
    expect({ reads, most }).toEqual({ reads: 2, most: 1 });
    expect(port.plans).toHaveLength(1);
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
    const port = portOf(() => {
      reads++;
      time += 2000;
      return parkSheets();
    });
    const session = sessionOver(port, { now: () => new Date(NOW.getTime() + time) });
    await session.open();
    const before = reads;
    await session.refresh();
    expect(reads).toBe(before);
  });
});

describe('an engine that knows when figures change', () => {
  /** Figures that a test changes; the engine counts as the workbench's does. */
  const counted = async (options: Partial<SessionOptions> = {}) => {
    let rows = ROWS;
    let figures = 0;
    let read = 0;
    const port = portOf(() => parkSheets(HEADER, rows));
    const engine = localEngine({ port, packs, units, template, forms, method });
    const session = sessionOver(port, {
      engine: {
        ...engine,
        read: async (watch) => {
          const at = figures;
          const book = await engine.read(watch);
          read = at;
          return book;
        },
        outdated: () => figures !== read,
      },
      ...options,
    });
    await session.open();
    const type = (next: typeof ROWS): void => {
      rows = next;
      figures++;
      session.changed();
    };
    return { session, port, type };
  };
  const MORE = [...ROWS, ROWS[0]!];

  test('a result is marked at once, and the mark goes when the figures are the same again', async () => {
    const { session, type } = await counted();
    type(ROWS);
    expect(session.state.stale).toBe(false);
    await session.score();
    type(MORE);
    expect(session.state.stale).toBe(true);
    type(ROWS);
    expect(session.state.stale).toBe(true);
    await session.refresh();
    expect(session.state.stale).toBe(false);
  });

  test('figures that change while they are scored leave a result that is stale, and are looked at when the work ends', async () => {
    const { session, port, type } = await counted();
    const { write } = port;
    port.write = async (plan, watch) => {
      type(MORE);
      await session.refresh();
      return write(plan, watch);
    };
    await session.score();
    expect(session.state).toMatchObject({ stale: true, view: 'result', work: undefined });
    while (!session.state.examined?.problems.some(({ code }) => code === 'duplicate-row'))
      await new Promise((resolve) => setTimeout(resolve));
    expect(session.state.stale).toBe(true);
  });

  test('choosing does not take the mark away', async () => {
    const { session, type } = await counted();
    await session.score();
    type(MORE);
    await session.chooseDate('2017-01-31');
    await session.chooseDate(undefined);
    expect(session.state.stale).toBe(true);
  });

  test('a workbook that is slow to read is marked too', async () => {
    let time = 0;
    const { session, type } = await counted({ now: () => new Date(NOW.getTime() + (time += 2000)) });
    await session.chooseDate('2017-01-31');
    await session.score();
    expect(session.state.stale).toBe(false);
    type(MORE);
    await session.refresh();
    expect(session.state.stale).toBe(true);
    type(ROWS);
    await session.check();
    expect(session.state.stale).toBe(false);
  });

  test('a run that is cancelled after reading leaves nothing unlooked at', async () => {
    let cancel = (): void => undefined;
    const { session, type } = await counted({ pause: async () => cancel() });
    await session.score();
    type(MORE);
    cancel = () => {
      if (session.state.work?.stage === 'assessing') session.cancel();
    };
    await session.score();
    expect(session.state.examined?.problems.some(({ code }) => code === 'duplicate-row')).toBe(false);
    await session.refresh();
    expect(session.state.stale).toBe(true);
    expect(session.state.examined?.problems.some(({ code }) => code === 'duplicate-row')).toBe(true);
  });
});

describe('mapping by hand', () => {
  test('a header that no pack knows serves the column that the person gives it', async () => {
    const header = HEADER.map((text) => (text === '工业固废综合利用率（%）' ? '固废情况（%）' : text));
    const session = await over(portOf(() => parkSheets(header)));
    const id = Object.entries(session.pack?.tables['indicators']?.columns ?? {}).find(([, { header: known }]) =>
      known.includes('工业固废综合利用率'),
    )![0];
    const found = (): string | undefined => tableOf(session)?.columns.find(({ key }) => key === id)?.at?.cell;
    expect(found()).toBeUndefined();
    await session.mapColumn('indicators', id, '固废情况');
    expect(found()).toBe('D1');
    await session.mapColumn('indicators', id, undefined);
    expect(found()).toBeUndefined();
  });

  test('a main table whose name column no pack knows is found by the header that the person points at', async () => {
    const session = await over(portOf(() => parkSheets(HEADER.map((text) => (text === '开发区名称' ? '填报主体' : text)))));
    await session.choosePack('shandong-2016');
    expect(tableOf(session)?.at).toBeUndefined();
    expect(session.state.examined?.shapes).toMatchObject([{ sheet: '指标数据', headers: expect.arrayContaining(['填报主体']) }]);
    await session.mapColumn('indicators', 'zone', '填报主体');
    expect(tableOf(session)?.at).toMatchObject({ sheet: '指标数据', rows: ROWS.length });
    expect(session.state.examined?.shapes).toEqual([]);
  });
});

test('a jump that fails is told with what to do', async () => {
  const { session } = await opened({ change: () => ({ goTo: async () => Promise.reject(new Error('gone')) }) });
  await session.goTo('指标数据', 'B4');
  expect(session.state.notices).toMatchObject([words.trouble.notThere('指标数据!B4')]);
  session.dismiss(session.state.notices[0]!.id);
  expect(session.state.notices).toEqual([]);
});

describe('an engine that takes its time', () => {
  /** Every answer comes a moment later, as from another thread; `examining` notes the questions. */
  const slowly = async (port = portOf(() => parkSheets())): Promise<{ session: Session; examining: Question[] }> => {
    const examining: Question[] = [];
    const engine = localEngine({ port, packs, units, template, forms, method });
    const session = sessionOver(port, {
      engine: {
        ...engine,
        async examine(question) {
          examining.push(question);
          await new Promise((resolve) => setTimeout(resolve, 1));
          return engine.examine(question);
        },
      },
    });
    await session.open();
    examining.length = 0;
    return { session, examining };
  };

  test('who goes along the packs sees only the last one looked at after the first', async () => {
    const { session, examining } = await slowly();
    const all = packs.map(({ pack }) => session.choosePack(pack));
    expect(session.state.examined).toBeUndefined();
    await Promise.all(all);
    expect(examining.map(({ pack }) => pack)).toEqual([packs.at(-1)!.pack]);
    expect(session.state.examined?.pack).toBe(packs.at(-1)!.pack);
  });

  test('an answer about another pack than the chosen one is not shown', async () => {
    const { session, examining } = await slowly();
    const first = session.choosePack('national-2014');
    await Promise.resolve();
    const second = session.choosePack('shandong-2016');
    const shown: (string | undefined)[] = [];
    session.subscribe(() => shown.push(session.state.examined?.pack));
    await Promise.all([first, second]);
    expect(examining.map(({ pack }) => pack)).toEqual(['national-2014', 'shandong-2016']);
    expect(shown).not.toContain('national-2014');
    expect(session.state.examined?.pack).toBe('shandong-2016');
  });

  test('a run waits for a choice that is being looked at', async () => {
    const { session, examining } = await slowly();
    const chosen = session.chooseDate('2016-12-31');
    await session.score();
    await chosen;
    expect(examining.map(({ asOf }) => asOf)).toEqual(['2016-12-31', '2016-12-31']);
    expect(session.state.outcome?.last.asOf).toBe('2016-12-31');
  });

  test('a workbook that states its own date of assessment is assessed on that day, unless the person says otherwise', async () => {
    const { session } = await opened({ session: { now: () => new Date(2026, 10, 26, 10, 0, 0) } });
    expect([session.asOf, session.state.examined?.asOf, session.state.examined?.dataYear.placed]).toEqual([
      '2017-03-31',
      '2017-03-31',
      '数据年度：2016（据指标数据!A1标题）',
    ]);
    await session.score();
    expect(session.state.outcome?.last.asOf).toBe('2017-03-31');
    await session.chooseDate('2018-01-31');
    expect([session.asOf, session.state.stale]).toEqual(['2018-01-31', true]);
    await session.chooseDate(undefined);
    expect([session.asOf, session.state.examined?.asOf, session.state.stale]).toEqual(['2017-03-31', '2017-03-31', false]);
  });

  test('a check that is cancelled while it counts ends as cancelled', async () => {
    const { session } = await slowly();
    session.subscribe(() => {
      if (session.state.work?.stage === 'assessing') setTimeout(() => session.cancel());
    });
    await session.check();
    expect(said(session)).toEqual([words.done.cancelled]);
    expect(session.state).toMatchObject({ view: 'pack', checked: false });
  });
});

test('a session that is closed cancels its work and tells nobody', async () => {
  const port = portOf(() => parkSheets());
  const session = await over(port);
  const run = session.score();
  let told = 0;
  session.subscribe(() => told++);
  session.close();
  await run;
  expect(told).toBe(0);
  expect(port.plans).toEqual([]);
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

describe('what is asked before a task goes on', () => {
  const edited = (task: string): ProblemError =>
    new ProblemError([{ severity: 'block', code: 'results-edited', message: `结果表被改过（${task}）`, nextStep: '请先复制。' }]);

  test('results that were changed by hand: nothing is lost until somebody agrees', async () => {
    const agreed: (boolean | undefined)[] = [];
    const { session } = await opened({
      change: (port) => ({
        write: async (plan, watch) => {
          agreed.push(watch?.overwrite);
          return watch?.overwrite === true ? port.write(plan, watch) : Promise.reject(edited('score'));
        },
        clear: async (watch) => (watch?.overwrite === true ? port.clear() : Promise.reject(edited('clear'))),
      }),
    });
    await session.score();
    expect(session.state.asking).toEqual({
      about: 'edited-results',
      task: 'score',
      message: '结果表被改过（score）',
      nextStep: '请先复制。',
    });
    expect(session.state).toMatchObject({ notices: [], outcome: undefined, work: undefined });
    await session.answer('no');
    expect(session.state.asking).toBeUndefined();
    expect(agreed).toEqual([false]);
    await session.score();
    await session.answer('yes');
    expect(agreed).toEqual([false, false, true]);
    expect(session.state).toMatchObject({ view: 'result', asking: undefined });
    await session.clear();
    expect(session.state.asking?.task).toBe('clear');
    await session.answer('yes');
    expect(session.state).toMatchObject({ owned: [], asking: undefined });
    // Who agreed once is asked again next time.
    await session.score();
    expect(agreed.at(-1)).toBe(false);
  });

  test('a workbook that calculates on demand: as it is, or worked out before', async () => {
    let calculated = 0;
    let refused = false;
    const { session } = await opened({
      change: () => ({
        readingState: () => ({ manualCalculation: true, filtered: ['指标数据'] }),
        recalculate: () => (refused ? Promise.reject(new Error('busy')) : Promise.resolve(void calculated++)),
      }),
    });
    await session.score();
    expect(session.state.asking).toMatchObject({ about: 'manual-calculation', task: 'score', ...words.manualCalculation });
    await session.answer('no');
    expect(session.state).toMatchObject({ outcome: undefined, asking: undefined });
    await session.score();
    await session.answer('yes');
    expect(session.state.view).toBe('result');
    expect(said(session)).toContain(words.filtered(['指标数据']));
    expect(calculated).toBe(0);
    await session.score();
    await session.answer('recalculate');
    expect(calculated).toBe(1);
    expect(session.state.asking).toBeUndefined();
    refused = true;
    await session.score();
    await session.answer('recalculate');
    // What could not be worked out is not scored as it is.
    expect(session.state.notices).toMatchObject([{ tone: 'error' }]);
  });

  test('a host that does not answer is told while it lasts, and what became of it afterwards', async () => {
    let late: ((outcome: { message: string; nextStep: string }) => void) | undefined;
    const seen: boolean[] = [];
    const { session } = await opened({
      change: (port) => ({
        read: async (watch) => {
          watch?.waiting?.(true);
          watch?.waiting?.(false);
          late = watch?.late ?? late;
          return port.read();
        },
      }),
    });
    session.subscribe(() => void (session.state.work && seen.push(session.state.work.waiting)));
    await session.score();
    expect(seen).toContain(true);
    expect(session.state.work).toBeUndefined();
    late?.({ message: '刚才写好了', nextStep: '请看。' });
    expect(session.state.notices.at(-1)).toMatchObject({ tone: 'info', message: '刚才写好了' });
  });
});

describe('the choice of result sheets', () => {
  test('is kept, makes the result old, and the next run writes no others', async () => {
    const { session, memory } = await opened();
    await session.score();
    const all = session.state.owned;
    await session.chooseSheets({ faces: ['public'] });
    expect(session.state).toMatchObject({ stale: true, choices: { sheetChoices: { faces: ['public'] } } });
    expect(fromText(memory.getItem(MEMORY_KEY)!)?.choices.sheetChoices).toEqual({ faces: ['public'] });
    await session.score();
    expect(session.state).toMatchObject({ stale: false, owned: ['考评说明', '对外名单', '通报文稿'] });
    expect(session.state.outcome?.detail?.sheets).toEqual(session.state.owned);
    await session.chooseSheets({ faces: ['public', 'signed', 'working'] });
    expect(session.state.choices.sheetChoices).toEqual({});
    await session.score();
    expect(session.state.owned).toEqual(all);
  });
});

test('the notice of a result is handed out as a file, where files can be', async () => {
  const files: [string, Uint8Array][] = [];
  const { session } = await opened({ session: { download: (bytes, name) => void files.push([name, bytes]) } });
  expect(session.hasNotice).toBe(false);
  await session.score();
  expect(session.hasNotice).toBe(true);
  await session.downloadNotice();
  expect(files.map(([name, bytes]) => [name, String.fromCharCode(...bytes.slice(0, 2))])).toEqual([[words.result.noticeFile, 'PK']]);
  const { session: without } = await opened();
  await without.score();
  expect(without.hasNotice).toBe(false);
});
