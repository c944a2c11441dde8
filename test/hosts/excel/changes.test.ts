import { opened, picture, plainPlan, type Session } from './session';

/** What Excel says when somebody has changed cells. */
function tell({ host, book }: Session, sheet: string, message: Readonly<Record<string, unknown>> = {}): void {
  const worksheetId = book.sheet(sheet).id;
  host.emit({
    type: 10,
    targets: ['Workbook'],
    message: { worksheetId, address: 'B2', changeType: 'RangeEdited', source: 'Local', triggerSource: 'Unknown', ...message },
  });
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('changes of cells that were read', () => {
  it('are told every time, with whether they were made here', async () => {
    const open = await opened({ rerun: true });
    const heard: boolean[] = [];
    await open.port.watchChanges((here) => heard.push(here));
    expect(open.port.outdated()).toBe(false);
    tell(open, '指标表');
    tell(open, '指标表');
    tell(open, '指标表', { source: 'Remote' });
    tell(open, '综合排名');
    await soon();
    expect(heard).toEqual([true, true, false]);
    expect(open.port.outdated()).toBe(true);
    await open.port.read();
    expect(open.port.outdated()).toBe(false);
  });

  it('are not what this add-in writes: formulas of the user’s that are given back leave the result as new as it is', async () => {
    const open = await opened({ rerun: true });
    open.book.sheet('指标表').put(5, 0, { value: 95.5, formula: '=综合排名!C4' });
    await open.port.read();
    const heard: boolean[] = [];
    await open.port.watchChanges((here) => heard.push(here));
    await open.port.write(plainPlan());
    await soon();
    expect(open.book.sheet('指标表').cells.size).toBeGreaterThan(4);
    expect({ heard, outdated: open.port.outdated() }).toEqual({ heard: [], outdated: false });
  });
});

describe('a write that nobody asked for', () => {
  it.each([
    ['the user’s own sheet', '指标表', '指标表'],
    ['a result', '得分明细', '得分明细'],
  ])('leaves the person where they are: on %s', async (_, on, stays) => {
    const open = await opened({ rerun: true });
    open.book.active = open.book.sheet(on);
    const before = open.host.requests.length;
    await open.port.write(plainPlan(), { unasked: true });
    expect(open.host.requests.length - before).toBe(2);
    expect(open.book.active?.name).toBe(stays);
    expect(Object.keys(picture(open.book))).toEqual(['指标表', '综合排名', '得分明细']);
  });

  it('shows the first result to whoever looked at one that is not written any more', async () => {
    const open = await opened({ rerun: true });
    open.book.active = open.book.sheet('得分明细');
    const plan = plainPlan();
    await open.port.write({ ...plan, sheets: plan.sheets.slice(0, 1) }, { unasked: true });
    expect(open.book.active?.name).toBe('综合排名');
  });
});
