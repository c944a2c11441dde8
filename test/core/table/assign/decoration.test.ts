import { isDecoration } from '../../../../src/core/table/assign/decoration';
import { words } from '../small-table';

it.each([
  '全区',
  '总额',
  '情况',
  '数额',
  '2016年',
  '2016年度',
  '2016年末',
  '1999',
  '本年度完成数额',
  '（'.replace('（', '('),
  '指标值的数',
  '2016年全区-合计',
])('%s changes nothing', (text) => expect(isDecoration(text, words)).toBe(true));

it.each([
  '',
  '度',
  '上年',
  '增长',
  '2116年',
  '201年',
  '全区增长',
  '总',
  '数额数额数额数额数额数额数额数额数额数额数额数额数额数额数额数额x',
])('%s says something', (text) => expect(isDecoration(text, words)).toBe(false));
