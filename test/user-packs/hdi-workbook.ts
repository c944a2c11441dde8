import { readCsv } from '../data/csv';
import { csvWorkbook } from './csv-workbook';

/** The components of the Human Development Index 2022 as a workbook that hdi-2022.yaml reads. */
export function hdiWorkbook(): Uint8Array {
  return csvWorkbook(readCsv('hdi/hdi_2022.csv'), 'country', [
    ['life_expectancy', '出生时预期寿命（年）'],
    ['expected_years_schooling', '预期受教育年限（年）'],
    ['mean_years_schooling', '平均受教育年限（年）'],
    ['gni_per_capita_ppp2017', '人均国民总收入（美元）'],
  ]);
}
