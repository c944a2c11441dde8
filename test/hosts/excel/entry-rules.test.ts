import { templatePlan } from '../../../src/core/template/template-plan';
import { bookOfPlan } from '../../../src/hosts/old-files/book-of-plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { isLocked } from '../../../src/ooxml/look/locked';
import { unzip } from '../../ooxml/package-builder';
import { packOf, units } from '../../packs/built-in';
import { session, userBook } from './session';

const plan = templatePlan(packOf('jilin-2016'), units, 2016);
const table = plan.sheets[1]!;
const HEADER = table.head.length - 1;

test('a file guards its headers, leaves its cells free, and says what is expected', () => {
  const bytes = bookOfPlan(plan);
  const look = openXlsx(bytes).look([table.name]);
  const [sheet] = look.sheets;
  expect(sheet!.protected).toBe(true);
  expect(isLocked(look, sheet!, HEADER, 0)).toBe(true);
  expect(isLocked(look, sheet!, HEADER + 1, 0)).toBe(false);
  const parts = Object.entries(unzip(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const guarded = parts.map(([, part]) => Buffer.from(part).toString('utf8')).filter((xml) => xml.includes('<sheetProtection '));
  expect(guarded).toHaveLength(plan.sheets.filter((one) => one.guarded).length);
  guarded.forEach((xml) => {
    expect(xml).not.toMatch(/password|hashValue/u);
    expect(xml.indexOf('<sheetProtection ')).toBeLessThan(xml.indexOf('<mergeCells '));
    expect(xml).toMatch(/<dataValidation [^>]*showInputMessage="1"/u);
  });
});

test('Excel gets the same: rules, messages, free cells, and a guard without a password', async () => {
  const { book, port } = await session(userBook());
  await port.describe();
  await port.insert(plan);
  const sheet = book.sheet(table.name);
  expect(sheet.protection).toEqual({ options: expect.objectContaining({ allowInsertRows: true }) });
  expect(sheet.styles.value(HEADER, 0, 'protection.locked')).toBe(true);
  expect(sheet.styles.value(HEADER + 1, 0, 'protection.locked')).toBe(false);
  expect(sheet.validations).toHaveLength(table.entries!.length);
  table.entries!.forEach(({ column, is, title, prompt }) => {
    const { values } = sheet.validations.find(({ area }) => area.left === column)!;
    expect(values.get('Prompt')).toEqual({ showPrompt: true, title, message: prompt });
    if (is.kind === 'list') expect(values.get('Rule')).toEqual({ list: { inCellDropDown: true, source: is.values.join(',') } });
    expect((values.get('ErrorAlert') as { style?: string } | undefined)?.style).toBe(is.kind === 'any' ? undefined : 'Warning');
  });
  expect(book.sheet('权重与参数').protection).toBeUndefined();
});
