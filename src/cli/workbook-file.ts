import { basename } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { Words } from '../core/refusal';
import { asXlsx } from '../hosts/old-files/as-xlsx';
import { openXlsx, type XlsxWorkbook } from '../hosts/xlsx/open-xlsx';
import { readBytes } from './files';

/** Larger workbooks than any office keeps; beyond it memory would run out before an answer came. */
const WORKBOOK_MEGABYTES = 400;

const port = {
  deflatePiece: (piece: Uint8Array, level: number) => deflateRawSync(piece, { level, finishFlush: constants.Z_SYNC_FLUSH }),
};

export interface WorkbookFile {
  /** As it lies on the disk. */
  readonly bytes: Uint8Array;
  readonly workbook: XlsxWorkbook;
  /** What became of a file of an older kind; undefined where it was an .xlsx. */
  readonly note: Words | undefined;
}

/** Opens a workbook of any kind that can be read. @throws FileError, ProblemError */
export async function openWorkbookFile(file: string): Promise<WorkbookFile> {
  const bytes = readBytes(file, WORKBOOK_MEGABYTES);
  const converted = await asXlsx(bytes, basename(file), port);
  return { bytes, workbook: openXlsx(converted?.bytes ?? bytes, port), note: converted?.note };
}
