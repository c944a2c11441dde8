import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { partText, plainWorkbook, unzip } from '../../ooxml/package-builder';
import { fullPlan, planOf, sheetPlan } from './sample-plan';
import { template } from './template';

const mine = {
  sheets: [sheetPlan({ name: '填报说明' }), sheetPlan({ name: '指标数据', repeatRows: { first: 0, last: 0 } })],
  styles: [{}],
};

const names = async (bytes: Uint8Array): Promise<[string, boolean][]> =>
  (await openXlsx(bytes).describe()).sheets.map(({ name, owned }) => [name, owned]);

describe('sheets of the person', () => {
  it('come behind all others, bear no mark, and no part of the workbook changes but those that list parts', async () => {
    const before = template();
    const file = openXlsx(before);
    expect(await file.insert(mine)).toEqual({ written: ['填报说明', '指标数据'], leftOut: [] });
    const after = file.bytes();
    expect((await names(after)).slice(-2)).toEqual([
      ['填报说明', false],
      ['指标数据', false],
    ]);
    expect(partText(after, 'xl/workbook.xml')).not.toContain('_zone_assessor');
    expect(partText(after, 'xl/workbook.xml')).toContain('_xlnm.Print_Titles');
    const [old, now] = [unzip(before), unzip(after)];
    const changed = Object.keys(old).filter((part) => Buffer.compare(old[part]!, now[part]!) !== 0);
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
  });

  it('stay where results are written anew and cleared, cells and styles with them', async () => {
    const file = openXlsx(plainWorkbook());
    await file.write(fullPlan());
    // A look that the results have too, so that the style sheet, which came with them, does not change any more.
    await file.insert({ sheets: [sheetPlan({ name: '模板', head: [[{ value: '填报', style: 1 }]] })], styles: fullPlan().styles });
    await file.write(planOf(sheetPlan({ name: '另一份结果' })));
    await file.clear();
    expect(await names(file.bytes())).toEqual([
      ['数据', false],
      ['模板', false],
    ]);
    expect(unzip(file.bytes())['xl/styles.xml']).toBeDefined();
    expect((await file.read()).map(({ name }) => name)).toEqual(['数据', '模板']);
  });

  it('offer values to choose from, and refuse no other', async () => {
    const choices = [{ column: 0, top: 1, bottom: 3, values: ['正向', '小于<10'] }];
    const links = [{ row: 0, column: 0, link: { sheet: '指标体系', cell: 'A1' } }];
    const file = openXlsx(plainWorkbook());
    await file.insert({ sheets: [sheetPlan({ name: '指标体系', choices, links })], styles: [{}] });
    const parts = unzip(file.bytes());
    const text = Object.keys(parts)
      .map((part) => (part.startsWith('xl/worksheets/') ? partText(file.bytes(), part) : ''))
      .join('');
    // Between merged cells and links, as the schema wants it.
    expect(text).toMatch(
      /<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="A2:A4"><formula1>"正向,小于&lt;10"<\/formula1><\/dataValidation><\/dataValidations><hyperlinks>/u,
    );
  });

  it('get another name where theirs is taken, which is told', async () => {
    const file = openXlsx(plainWorkbook());
    await file.insert({ sheets: [sheetPlan({ name: '数据' })], styles: [{}] });
    const { written, leftOut } = await file.insert({ sheets: [sheetPlan({ name: '数据' })], styles: [{}] });
    expect(written).toEqual(['数据（3）']);
    expect(leftOut).toEqual(['工作簿里已有名为“数据”的工作表，新表名为“数据（3）”。']);
  });

  it('are the whole of a new workbook', async () => {
    expect(await names(bookOfPlan(mine))).toEqual([
      ['填报说明', false],
      ['指标数据', false],
    ]);
  });

  it('all or none: one that cannot be made leaves the file as it was', async () => {
    const file = openXlsx(plainWorkbook());
    const before = file.bytes();
    const broken = sheetPlan({ name: '坏表', bodyRows: 2, body: [{ kind: 'text', values: ['一行'], style: 0 }] });
    await expect(file.insert({ sheets: [sheetPlan({ name: '好表' }), broken], styles: [{}] })).rejects.toThrow();
    expect(file.bytes()).toBe(before);
  });
});
