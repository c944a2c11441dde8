import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8 } from 'fflate';
import { unzip, zip } from '../hosts/xlsx/package-builder';

const program = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path));

/** A second program's judgement; it may be left out only where LibreOffice is not installed and nobody insists on it. */
export const withLibreOffice = program !== undefined || process.env['REQUIRE_LIBREOFFICE'] ? describe : describe.skip;

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

  /** The workbook with every formula worked out anew, as .xlsx again. */
  recalculated(bytes: Uint8Array): Uint8Array {
    if (program === undefined) throw new Error('REQUIRE_LIBREOFFICE is set but LibreOffice was not found');
    writeFileSync(join(this.folder, 'in.xlsx'), withoutResults(bytes));
    execFileSync(
      program,
      ['--headless', `-env:UserInstallation=file://${join(this.folder, 'profile')}`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(this.folder, 'out'), join(this.folder, 'in.xlsx')],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return new Uint8Array(readFileSync(join(this.folder, 'out/in.xlsx')));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Takes the stored results of all formulas away, so that no number beside a formula can be ours. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  return zip(
    Object.fromEntries(
      Object.entries(unzip(bytes)).map(([part, content]) => [
        part,
        /^xl\/worksheets\/[^/]+\.xml$/.test(part) ? strToU8(strFromU8(content).replaceAll(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1')) : content,
      ]),
    ),
  );
}
