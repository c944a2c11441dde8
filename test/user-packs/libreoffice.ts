import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8 } from 'fflate';
import { parseCellName } from '../../src/core/cell';
import { unzip, zip } from '../ooxml/package-builder';

const program = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));

/** A second program's judgement; it may be left out only where LibreOffice is not installed and nobody insists on it. */
export const withLibreOffice = (...asked: Parameters<typeof describe>): void =>
  (program !== undefined || process.env['REQUIRE_LIBREOFFICE'] ? describe : describe.skip)(...asked);

/** Without this setting LibreOffice shows the stored values of formulas and never calculates. */
const RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** LibreOffice with a profile of its own, which recalculates everything that it opens. */
export class LibreOffice {
  private readonly folder = mkdtempSync(join(tmpdir(), 'zone-assessor-office-'));

  constructor() {
    mkdirSync(join(this.folder, 'profile/user'), { recursive: true });
    writeFileSync(join(this.folder, 'profile/user/registrymodifications.xcu'), RECALCULATE);
  }

  /** The workbooks with every formula worked out anew, as .xlsx again. Starting takes it longer than a workbook does: all in one call. */
  recalculated(workbooks: readonly Uint8Array[]): Uint8Array[] {
    const out = join(this.folder, 'out');
    this.convert(workbooks.map(withoutResults), 'xlsx:Calc MS Excel 2007 XML', out);
    return workbooks.map((_, at) => new Uint8Array(readFileSync(join(out, `in${at}.xlsx`))));
  }

  /** The workbooks as LibreOffice saves them. */
  saved(workbooks: readonly Uint8Array[], kind: 'xlsx' | 'xls'): Uint8Array[] {
    const out = join(this.folder, `saved-${kind}`);
    this.convert(workbooks, kind === 'xlsx' ? 'xlsx:Calc MS Excel 2007 XML' : 'xls:MS Excel 97', out);
    return workbooks.map((_, at) => new Uint8Array(readFileSync(join(out, `in${at}.${kind}`))));
  }

  /** What each cell shows, recalculated, by sheet; '' for empty cells. */
  shown(bytes: Uint8Array): ReadonlyMap<string, (cell: string) => string> {
    const out = join(this.folder, 'csv');
    // Comma, quotation mark, UTF-8, from row 1; cells as shown, formulas as their results, every sheet to a file of its own.
    this.convert([withoutResults(bytes)], 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1', out);
    return new Map(
      readdirSync(out).map((file) => {
        const rows = records(readFileSync(join(out, file), 'utf8'));
        return [
          file.slice('in0-'.length, -'.csv'.length),
          (cell) => {
            const place = parseCellName(cell);
            return (place && rows[place.row]?.[place.column]) ?? '';
          },
        ];
      }),
    );
  }

  private convert(workbooks: readonly Uint8Array[], to: string, out: string): void {
    if (program === undefined) throw new Error('REQUIRE_LIBREOFFICE is set but LibreOffice was not found');
    const files = workbooks.map((bytes, at) => {
      const file = join(this.folder, `in${at}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    execFileSync(
      program,
      ['--headless', `-env:UserInstallation=file://${join(this.folder, 'profile')}`, '--convert-to', to, '--outdir', out, ...files],
      { stdio: 'pipe' },
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Records of a CSV text; quotation marks may hold commas, line ends and doubled quotation marks. */
function records(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows;
}

/** Takes the stored results of all formulas away, so that no number beside a formula can be ours. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  return zip(
    Object.fromEntries(
      Object.entries(unzip(bytes)).map(([part, content]) => [
        part,
        /^xl\/worksheets\/[^/]+\.xml$/.test(part)
          ? strToU8(strFromU8(content).replaceAll(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1'))
          : content,
      ]),
    ),
  );
}
