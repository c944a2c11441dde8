import { gridOf, type SheetGrid } from '../../src/core/grid';
import { linesIn, textWidth } from '../../src/core/report/width';
import { readDate } from '../../src/core/table/date-cell';
import { isDecoration } from '../../src/core/table/assign/decoration';
import { foldHeader, foldText, tidyHeader, tidyText } from '../../src/core/table/fold';
import { bareTitle } from '../../src/core/table/describe/bare-title';
import { splitUnit, unitOfTitle, unitsOfLine, withoutMarks } from '../../src/core/table/describe/header-unit';
import { yearsOfHeader } from '../../src/core/table/describe/header-year';
import { listTables } from '../../src/core/table/describe/list-tables';
import { shownAs } from '../../src/core/table/describe/number-format';
import { doubtfulNumber, isDash, isPercentFormat, parseNumber } from '../../src/core/table/describe/number-text';
import { rowName, withoutKeyMarks } from '../../src/core/table/describe/row-names';
import { readTables } from '../../src/core/table/read-tables';
import type { TableSpec } from '../../src/core/table/spec';
import { trimMarks } from '../../src/core/trim-marks';
import { parseCellName, quoteSheet } from '../../src/core/cell';
import { createUnits } from '../../src/core/units/units';
import { yearsIn } from '../../src/core/period/year-text';
import { readUserSettings } from '../../src/core/parameters/parameter-sheet';
import { workbookMethod } from '../../src/core/own-method/workbook-method';
import { importIndicators } from '../../src/core/pack/import-indicators';
import { readingWords } from '../../src/core/pack/table-specs';
import { unitData } from '../../src/packs';
import { packOf, sharedWords } from '../packs/built-in';
import { slowTexts } from '../linear-time';
import { draft, valid } from './pack/small-pack';

const units = createUnits(unitData);
const words = readingWords(packOf('shandong-2016'));
const sheet = (name: string, rows: Parameters<typeof gridOf>[0]): SheetGrid => ({ name, grid: gridOf(rows), hidden: false, owned: false });

const spec: TableSpec = {
  id: 'zones',
  sheet: ['指标数据'],
  rowWord: '开发区',
  key: 'zone',
  repeats: false,
  optional: false,
  columns: {
    zone: { header: ['开发区名称'], kind: 'text', required: true },
    output: { header: ['工业总产值'], kind: 'number', unit: '万元', required: true },
    level: { header: ['级别'], kind: 'list', values: ['国家级', '省级'], required: false },
    founded: { header: ['设立日期'], kind: 'date', required: false },
    green: { header: ['是否生态'], kind: 'yes_no', required: false },
  },
};

/** The text in every place that a table has. */
const everywhere = (text: string): SheetGrid =>
  sheet('指标数据', [
    [text],
    [`单位：${text}`],
    ['开发区名称', '工业总产值（万元）', '级别', '设立日期', '是否生态', text, `工业总产值${text}`],
    ['甲', 1, '国家级', '2016-11-16', '是', text],
    [text, text, text, text, text, text],
    ['乙', text, text, text, text],
    [text],
  ]);

const pack = valid(draft({ parameters: { n: { title: '名额', kind: 'integer' }, day: { title: '日期', kind: 'date' } } }));
const importing = valid(draft({ indicator_import: { sheet: ['指标体系'] } }));

describe('a text twice as long takes no more than three times as long', () => {
  test.each<[string, (text: string) => unknown]>([
    ['trimMarks', (text) => trimMarks(text, '#： ', ':： ')],
    ['foldText', foldText],
    ['foldHeader', foldHeader],
    ['tidyText', tidyText],
    ['tidyHeader', tidyHeader],
    ['parseNumber', parseNumber],
    ['doubtfulNumber', doubtfulNumber],
    ['shownAs', (text) => shownAs(text, 5)],
    ['withoutMarks', withoutMarks],
    ['yearsOfHeader', yearsOfHeader],
    ['withoutKeyMarks', withoutKeyMarks],
    ['rowName', (text) => rowName(text, words)],
    ['isDash', (text) => isDash(text, words)],
    ['bareTitle', (text) => bareTitle(text, words)],
    ['isPercentFormat', isPercentFormat],
    ['readDate from text', (text) => readDate(text, 'General')],
    ['readDate by format', (text) => readDate(42690, text)],
    ['isDecoration', (text) => isDecoration(text, words)],
    ['yearsIn', yearsIn],
    ['splitUnit', (text) => splitUnit(text, units)],
    ['unitsOfLine', (text) => unitsOfLine(text, units, words)],
    ['unitOfTitle', (text) => unitOfTitle(text, units)],
    ['units.find', (text) => units.find(text)],
    ['units.factor', (text) => units.factor(text, '元')],
    ['textWidth', textWidth],
    ['linesIn', (text) => linesIn(text, 20)],
    ['parseCellName', parseCellName],
    ['quoteSheet', quoteSheet],
    [
      'readTables with words and years',
      (text) => readTables([spec], [everywhere(text)], units, words, { years: { likely: [2016, 2017] } }),
    ],
    ['readTables by sheet name', (text) => readTables([spec], [{ ...everywhere('丙'), name: text }], units, words)],
    ['listTables', (text) => listTables([everywhere(text)], units, words)],
    [
      'readUserSettings',
      (text) =>
        readUserSettings(pack, [
          sheet('权重与参数', [
            ['类别', '名称', '数值', text],
            ['参数', '名额', text],
            ['参数', '日期', text],
            ['参数', text, text],
            [text, text, text],
          ]),
        ]),
    ],
    [
      'importIndicators',
      (text) =>
        importIndicators(
          importing,
          [
            sheet('指标体系', [
              ['维度', '指标名称', '计量单位', '指标方向', '权重'],
              ['规模', text, '万元', '正向', 10],
              [text, '乙', text, text, text],
            ]),
          ],
          units,
        ),
    ],
    [
      'workbookMethod',
      (text) =>
        workbookMethod(
          { ...pack, from_workbook: { system: ['指标体系'], rules: ['考评规则'] } },
          [
            sheet('指标体系', [
              ['维度', '指标', '取数', '单位', '方向', '满分', '计分方法', '计分参数', '适用范围', text],
              ['规模', '甲', text, '万元', '正向', 100, '目标比', text, text, text],
              ['', '乙', '', text, '正向', 0, '分段', text, '', ''],
              [text, text, text, '', text, text, text, text, text, text],
            ]),
            sheet('考评规则', [
              ['类别', '名称', '对象', '依据', '内容', '往年', '处理', '颜色'],
              ['加分', text, text, text, text, text, text, text],
              ['否决', '丙', text, text, text, text, text, text],
              ['等次', text, text, text, text, text, text, text],
              ['名单', '丁', '', '名次', text, text, text, ''],
              ['名单', '戊', '', '进位', text, text, text, ''],
              [text, text, text, text, text, text, text, text],
            ]),
          ],
          units,
          sharedWords,
        ),
    ],
  ])('%s', (_name, run) => {
    expect(slowTexts(run)).toEqual([]);
  });
});
