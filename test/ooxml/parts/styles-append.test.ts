import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { StyleAppender } from '../../../src/ooxml/parts/styles-append';
import { partText, sheetOf, workbook } from '../package-builder';
import { fullPlan } from '../../hosts/xlsx/sample-plan';
import { formats, head } from './style-sheets';

const bookWith = (styles: string): Uint8Array => workbook({ sheets: [{ name: '数据', xml: sheetOf([[1]]) }], styles });

async function written(styles: string): Promise<string> {
  const file = openXlsx(bookWith(styles));
  await file.write(fullPlan());
  return partText(file.bytes(), 'xl/styles.xml');
}

it('keeps the user’s records where they are, whatever lists are there', async () => {
  const lists = {
    fonts: '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>',
    fills: '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>',
    borders: '<borders count="1"><border/></borders>',
    cellXfs: formats(2),
  };
  const names = Object.keys(lists) as (keyof typeof lists)[];
  for (let mask = 0; mask < 16; mask++) {
    const there = names.filter((_, n) => mask & (1 << n));
    const text = await written(`${head}${there.map((name) => lists[name]).join('')}<dxfs count="0"/></styleSheet>`);
    const order = ['numFmts', ...names, 'dxfs'].map((name) => text.indexOf(`<${name} `));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((place) => place > 0)).toBe(true);
    for (const name of there) {
      const records = lists[name].replace(/^<[^>]*>|<\/\w+>$/g, '');
      expect(text).toContain(records);
      expect(text.indexOf(records)).toBe(text.indexOf('>', text.indexOf(`<${name} `)) + 1);
    }
    for (const name of names) {
      const [, count, inside] = new RegExp(`<${name} count="(\\d+)">(.*?)</${name}>`, 's').exec(text)!;
      const item = name === 'cellXfs' ? 'xf' : name.slice(0, -1);
      expect(inside!.match(new RegExp(`<${item}[ />]`, 'g'))).toHaveLength(Number(count));
    }
  }
});

it.each([`${head}</styleSheet>`, head.replace(/>$/, '/>'), `${head}<fonts/><fills /><cellXfs/></styleSheet>`])(
  'fills a style sheet that is empty: %s',
  async (styles) => {
    const text = await written(styles);
    const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'].map((name) => text.indexOf(`<${name}`));
    expect(order.every((place) => place > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toMatch(/<\/styleSheet>$/);
    const [ranking] = (await openXlsx(bookWith(styles)).read()).map(({ grid }) => grid.rows);
    expect(ranking).toBe(1);
  },
);

it('gives number formats the lowest free number where the next one would be too high', () => {
  const codes = [164, 165, 65_535].map((id) => `<numFmt numFmtId="${id}" formatCode="0.0&quot;${id}&quot;"/>`).join('');
  const appender = new StyleAppender('xl/styles.xml', `${head}<numFmts count="3">${codes}</numFmts>${formats(1)}</styleSheet>`);
  appender.format('0.0"甲"');
  appender.format('0.0"乙"');
  expect(appender.build()).toMatch(/<numFmts count="5">.*numFmtId="166".*numFmtId="167"/s);
});
