import type { Workbook } from '@univerjs/core';
import { IUniverInstanceService, LocaleType, LogLevel, Univer, UniverInstanceType } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRPCWorkerThreadPlugin } from '@univerjs/rpc';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverRemoteSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { isFill, type Fill, type Filled } from './fill';
import { cellRow } from './snapshot';

/** Calculates formulas beside the page. Cells come in by messages of our own, because as Univer's they would hold up the page. */
const waiting: Fill[] = [];

// Before Univer listens: it must not see these messages.
addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isFill(event.data)) return;
  event.stopImmediatePropagation();
  waiting.push(event.data);
  takeIn();
});

const univer = new Univer({ locale: LocaleType.ZH_CN, logLevel: LogLevel.WARN });
univer.registerPlugin(UniverSheetsPlugin, { onlyRegisterFormulaRelatedMutations: true });
univer.registerPlugin(UniverFormulaEnginePlugin);
univer.registerPlugin(UniverRPCWorkerThreadPlugin);
univer.registerPlugin(UniverRemoteSheetsFormulaPlugin);

/** The sheet is announced by Univer's own message, which may still be on its way. */
function takeIn(): void {
  const instances = univer.__getInjector().get(IUniverInstanceService);
  for (let fill = waiting[0]; fill; fill = waiting[0]) {
    const { unit, sheetId, sheet } = fill;
    const worksheet = instances.getUnit<Workbook>(unit, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheetId);
    if (!worksheet) {
      setTimeout(takeIn, 5);
      return;
    }
    waiting.shift();
    const matrix = worksheet.getCellMatrix();
    for (let row = 0; row < sheet.cells.rows; row++) {
      const cells = cellRow(sheet, row, '');
      const edited = matrix.getRow(row);
      if (cells) matrix.setRow(row, edited ? { ...cells, ...edited } : cells);
    }
    const filled: Filled = { kind: 'filled', sheetId };
    postMessage(filled);
  }
}
