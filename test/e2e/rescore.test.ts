import { appWords as words } from '../../src/app/words';
import { excelWords } from '../../src/hosts/excel/words';
import { keyColumn, keyRow } from '../excel-host/model/area';
import { withPane, type Pane } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';

/** The person types another number into the table, and Excel tells so. */
function type({ book, host }: Pane, by: number): void {
  const main = book.sheet('指标数据');
  const [key, { value }] = [...main.cells].find(
    ([, content]) => typeof content.value === 'number' && content.formula === undefined && content.value > 100,
  )!;
  main.put(keyRow(key), keyColumn(key), { value: Number(value) + by });
  host.emit({
    type: 10,
    targets: ['Workbook'],
    message: { worksheetId: main.id, address: 'C5', changeType: 'RangeEdited', source: 'Local', triggerSource: 'Unknown' },
  });
}

const box = (pane: Pane): ReturnType<Pane['locator']> => pane.excel.frame.getByLabel(words.rescore.label);

it('figures that change are scored again by themselves once that is switched on; the person stays where they are', async () => {
  await withPane({}, async (pane) => {
    const own = sheetNames(pane.book);
    await pane.score();
    const written = pane.newSheets(own);
    const first = pane.book.sheet(written[0]!);
    type(pane, 1);
    await pane.text(words.result.stale).waitFor();
    await soon(async () => expect(await box(pane).isChecked()).toBe(false));
    expect(pane.book.sheet(written[0]!)).toBe(first);

    await box(pane).check();
    pane.book.active = pane.book.sheet('指标数据');
    type(pane, 1);
    type(pane, 1);
    await pane.text(/已自动重新考评/).waitFor();
    await pane.idle();
    await pane.text(words.done.rescored(pane.newSheets(own).length)).waitFor();
    expect(pane.book.sheet(written[0]!)).not.toBe(first);
    expect(pane.book.active?.name).toBe('指标数据');
    await soon(async () => expect(await pane.text(words.result.stale).count()).toBe(0));

    const second = pane.book.sheet(written[1]!);
    second.enter(9, 1, '改过');
    type(pane, 1);
    const edited = { sheet: written[1]!, cells: true, charts: 0, comments: 0, shapes: 0 };
    const { message } = words.rescore.not(excelWords.resultsEdited([edited]).message);
    await pane.text(message).waitFor();
    expect(pane.book.sheet(written[1]!)).toBe(second);
    await soon(async () => expect(await pane.excel.frame.getByRole('dialog').count()).toBe(0));
    await soon(async () => expect(await pane.text(words.result.stale).count()).toBe(1));

    await pane.reopen();
    await pane.idle();
    await pane.tab('result');
    await soon(async () => expect(await box(pane).isChecked()).toBe(true));
    expect(pane.excel.consoleSeen).toEqual([]);
  });
});
