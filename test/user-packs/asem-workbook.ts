import { readCsv } from '../data/csv';
import { csvWorkbook } from './csv-workbook';

/** COINr's description of the index: indicators and the aggregates above them. */
export const asemMeta = readCsv('asem/ASEM_iMeta.csv').filter(({ Type }) => Type === 'Indicator' || Type === 'Aggregate');

const titles: Readonly<Record<string, string>> = {
  Percent: '（%）',
  Number: '（个）',
  Score: '（分）',
  'Million USD': '（百万美元）',
  'Current USD': '（美元）',
  'Number of countries': '（个）',
};

/** 51 countries × 49 indicators as a workbook that the asem packs read; countries go by their codes. */
export function asemWorkbook(): Uint8Array {
  const indicators = asemMeta.filter(({ Type }) => Type === 'Indicator');
  return csvWorkbook(
    readCsv('asem/ASEM_iData.csv'),
    'uCode',
    indicators.map(({ iCode, iName, Unit }) => [iCode!, `${iName!}${titles[Unit!] ?? ''}`]),
  );
}
