import { hdiWorkbook } from './hdi-workbook';
import { asemWorkbook } from './asem-workbook';
import { writeFileSync } from 'node:fs';
it('w', () => { writeFileSync('/tmp/lx/hdi.xlsx', hdiWorkbook()); writeFileSync('/tmp/lx/asem.xlsx', asemWorkbook()); });
