import type { Plan } from '../../../src/core/plan';
import type { EXTRAS } from '../../../src/hosts/excel/sheet-jobs';
import { excelWords as words } from '../../../src/hosts/excel/words';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { opened, picture, plainPlan, type session } from './session';

const LOOKS = [
  { kind: 'blank', areas: [{ top: 3, bottom: 4, left: 1, right: 1 }], style: 0 },
  { kind: 'bar', areas: [{ top: 3, bottom: 4, left: 2, right: 2 }], color: '9DC3E6', ends: [0, 100] },
] as const;
const CHOICES = [{ column: 0, top: 1, bottom: 2, values: ['是', '否'] }];

/** As results are, with print titles. */
function plan(): Plan {
  const plain = plainPlan();
  return {
    ...plain,
    sheets: plain.sheets.map((sheet) => ({ ...sheet, repeatRows: { first: 0, last: 0 }, choices: CHOICES, looks: LOOKS })),
  };
}

type Members = NonNullable<NonNullable<Parameters<typeof session>[1]>['without']>;

/** What a result can do without, by the members that Excel refuses. */
const REFUSED: Readonly<Record<Exclude<(typeof EXTRAS)[number], 'notes'>, Members>> = {
  links: ['Range.hyperlink'],
  freeze: ['Worksheet.freezePanes'],
  filter: ['Worksheet.autoFilter'],
  print: ['PageLayout.paperSize'],
  titles: ['PageLayout.setPrintTitleRows'],
  tab: ['Worksheet.tabColor'],
  gridlines: ['Worksheet.gridlines'],
  choices: ['dataValidation'],
  looks: ['conditionalFormats'],
  charts: ['ChartCollection.add'],
  pageBreaks: ['Worksheet.horizontalPageBreaks'],
};

function cellsOf(book: WorkbookModel): unknown {
  return Object.entries(picture(book)).map(([name, sheet]) => [name, (sheet as { cells: unknown }).cells]);
}

describe('what a result can do without', () => {
  it.each(Object.entries(REFUSED))(
    '%s: Excel refuses it, the result is written and says so, on the first and on later clicks',
    async (extra, without) => {
      const whole = await opened();
      await whole.port.write(plan());
      const { port, book, host } = await opened({ without });
      for (const click of [1, 2]) {
        const { written, leftOut } = await port.write(plan());
        expect({ click, written }).toEqual({ click, written: ['综合排名', '得分明细'] });
        expect(leftOut.filter((line) => Object.values(words.extras).some((told) => told === line))).toEqual([
          words.extras[extra as keyof typeof REFUSED],
        ]);
        expect(cellsOf(book)).toEqual(cellsOf(whole.book));
        await port.read();
      }
      // From the second click on nothing is sent in vain but the kind that is refused. Reading asks about filters once.
      expect(host.requests.filter(({ error }) => error !== undefined)).toHaveLength(extra === 'filter' ? 4 : 3);
    },
  );

  it('all of it at once', async () => {
    const { port } = await opened({ without: Object.values(REFUSED).flat() });
    const { written, leftOut } = await port.write(plan());
    expect(written).toEqual(['综合排名', '得分明细']);
    expect(leftOut).toEqual(expect.arrayContaining(Object.keys(REFUSED).map((extra) => words.extras[extra as keyof typeof REFUSED])));
  });

  it('showing the result: it is written and replaces the old one where Excel will not bring it to the front', async () => {
    const { port, book } = await opened({ without: ['Worksheet.activate', 'Application.calculate'] });
    for (const replaced of [[], ['综合排名', '得分明细']]) {
      expect((await port.write(plan())).replaced).toEqual(replaced);
      expect(book.sheets.map(({ name }) => name)).toEqual(['指标表', '综合排名', '得分明细']);
      await port.read();
    }
  });
});
