import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { MAIN, sheetOf, unzip, workbookParts, zip } from '../../ooxml/package-builder';
import type { Parts } from '../../ooxml/package-builder';
import { emptyStyleSheet } from '../../../src/ooxml/parts/styles-append';
import { dialectOf } from '../../../src/ooxml/xml/namespaces';
import { fullPlan, planOf, sheetPlan } from './sample-plan';

const STYLES = emptyStyleSheet(dialectOf(MAIN)!);
const textOf = (parts: Parts, part: string): string => {
  const found = parts[part]!;
  return typeof found === 'string' ? found : new TextDecoder().decode(found);
};

function book(afterSheets: string, { styles = true, types = '' } = {}): Parts {
  const parts = workbookParts({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }], afterSheets, ...(styles ? { styles: STYLES } : {}) });
  return { ...parts, '[Content_Types].xml': textOf(parts, '[Content_Types].xml').replace('<Override', `${types}<Override`) };
}

/** A run without formulas: nothing asks for a calculation. */
const plainPlan = planOf(sheetPlan({ name: '综合排名', head: [[{ value: '只有标题', style: 0, note: '注' }]] }));

const ways = {
  'written and cleared': [fullPlan()],
  'written twice and cleared': [fullPlan(), fullPlan()],
  'written with formulas, then without, and cleared': [fullPlan(), plainPlan],
  'written without formulas, then with, and cleared': [plainPlan, fullPlan()],
};

const NAME = '<definedName name="甲">数据!$A$1</definedName>';
const forms: Readonly<Record<string, Parts>> = {
  'neither names nor settings of calculation': book(''),
  'an empty list of names that closes itself': book('<definedNames/>'),
  'one with a space': book('<definedNames />'),
  'one that is open': book('<definedNames></definedNames>'),
  'one with a line end in it': book('<definedNames>\n</definedNames>'),
  names: book(`<definedNames>${NAME}</definedNames>`),
  'an empty calcPr': book('<calcPr/>'),
  'an empty calcPr with a space': book('<calcPr />'),
  'an open calcPr': book('<calcPr></calcPr>'),
  'settings of calculation': book('<calcPr calcId="191029"  />'),
  'no calculation on load': book('<calcPr calcId="191029" fullCalcOnLoad="0"/>'),
  'no calculation on load, in other quotes and spaces': book(`<calcPr\n  fullCalcOnLoad = 'false'\n  calcId='1' />`),
  'a calculation on load': book('<definedNames/><calcPr fullCalcOnLoad="1"/>'),
  'a type for drawings that nothing uses': book('', {
    types: '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
  }),
  'another type for drawings': book('', { types: '<Default Extension="vml" ContentType="application/xml"/>' }),
  'no style sheet': book('<definedNames/><calcPr/>', { styles: false }),
  'a tab number beyond the list': (() => {
    const parts = book('');
    return {
      ...parts,
      'xl/workbook.xml': textOf(parts, 'xl/workbook.xml').replace(
        '<sheets>',
        '<bookViews><workbookView activeTab="9"/></bookViews><sheets>',
      ),
    };
  })(),
};

describe.each(Object.entries(ways))('%s', (_, plans) => {
  it.each(Object.entries(forms))('leaves every part but the styles byte for byte: %s', async (__, parts) => {
    const before = unzip(zip(parts));
    let bytes = zip(parts);
    for (const plan of plans) {
      const file = openXlsx(bytes);
      await file.write(plan);
      bytes = file.bytes();
    }
    const file = openXlsx(bytes);
    await file.clear();
    const after = unzip(file.bytes());
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const part of Object.keys(before).filter((one) => one !== 'xl/styles.xml'))
      expect({ part, text: textOf(after, part) }).toEqual({ part, text: textOf(before, part) });
  });
});

/** As Excel writes names: quotes not escaped, in the order of the alphabet; the wish for a calculation is fulfilled. */
function savedByExcel(bytes: Uint8Array, change: (workbook: string) => string = (workbook) => workbook): Parts {
  const parts: Parts = unzip(bytes);
  const workbook = textOf(parts, 'xl/workbook.xml')
    .replaceAll('&quot;', '"')
    .replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>');
  return { ...parts, 'xl/workbook.xml': change(workbook) };
}

describe('where another program saved the workbook in between', () => {
  async function cleared(parts: Parts): Promise<Parts> {
    const file = openXlsx(zip(parts));
    await file.clear();
    return unzip(file.bytes());
  }
  async function scored(parts: Parts): Promise<Uint8Array> {
    const file = openXlsx(zip(parts));
    await file.write(fullPlan());
    return file.bytes();
  }

  it('an empty list of names, which is against the schema, does not come back', async () => {
    const after = await cleared(savedByExcel(await scored(book('<definedNames/><calcPr/>'))));
    expect(textOf(after, 'xl/workbook.xml')).toMatch(/<\/sheets><calcPr calcId="191029"\/><\/workbook>$/);
  });

  it('names and settings of the user’s stay', async () => {
    const saved = savedByExcel(await scored(book('<calcPr fullCalcOnLoad="0"/>')), (workbook) =>
      workbook.replace('<definedNames>', `<definedNames>${NAME}`),
    );
    const after = await cleared(saved);
    expect(textOf(after, 'xl/workbook.xml')).toMatch(
      new RegExp(`<definedNames>${NAME.replaceAll('$', '\\$')}</definedNames><calcPr calcId="191029"/></workbook>$`),
    );
  });

  it('a style sheet stays, since the user’s cells may use it by now', async () => {
    const after = await cleared(savedByExcel(await scored(book('', { styles: false }))));
    expect(after['xl/styles.xml']).toBeDefined();
    expect(textOf(after, '[Content_Types].xml')).toContain('/xl/styles.xml');
    expect(textOf(after, 'xl/_rels/workbook.xml.rels')).toContain('styles.xml');
  });

  it('a type by extension stays', async () => {
    const vml = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
    const saved = savedByExcel(await scored(book('')));
    const types = textOf(saved, '[Content_Types].xml').replace('<Override', `${vml}<Override`);
    const after = await cleared({ ...saved, '[Content_Types].xml': types });
    expect(textOf(after, '[Content_Types].xml')).toContain(vml);
  });
});

it('a style sheet of ours stays once an edited cell uses it', async () => {
  const file = openXlsx(zip(book('', { styles: false })));
  await file.write(fullPlan());
  file.edit([{ sheet: '数据', cells: [{ kind: 'value', row: 0, column: 0, value: '=文字' }] }]);
  await file.clear();
  const parts = unzip(file.bytes());
  expect(textOf(parts, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A1" s="[1-9]\d*"/);
  expect(parts['xl/styles.xml']).toBeDefined();
});
