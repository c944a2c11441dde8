import { readRegister } from '../../core/gather/register';
import { Gathering } from '../../core/gather/gathering';
import type { SheetGrid } from '../../core/grid';
import { matchPacks } from '../../core/pack/match-pack';
import type { Pack } from '../../core/pack/schema';
import { packOfWorkbook } from '../../core/pack/workbook-pack';
import { ProblemError } from '../../core/problem';
import { refusal, type Words } from '../../core/refusal';
import { templateIdentity } from '../../core/template/identity';
import type { Units } from '../../core/units/units';
import { asXlsx } from '../../hosts/old-files/as-xlsx';
import { bookOfPlan } from '../../hosts/old-files/book-of-plan';
import { savedAt } from '../../hosts/old-files/saved-at';
import { openXlsx } from '../../hosts/xlsx/open-xlsx';
import { dayAndTime } from '../shown-time';
import { workbenchWords } from '../words';

const words = workbenchWords.gather;

/** A file that was picked or dropped, by a name that no other has. */
export interface GivenFile {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/**
 * Gathers several files into one workbook, one of them in memory at a time: of the pack that their templates name, else of the one that the first
 * readable file fits. A file that is called a register says which zones were asked.
 * @throws ProblemError where no pack is told, or nothing can be taken
 */
export async function gatherFiles(
  files: readonly GivenFile[],
  packs: readonly Pack[],
  units: Units,
): Promise<{ readonly bytes: Uint8Array; readonly note: Words }> {
  const pack = await packOf(files, packs, units);
  const gathering = new Gathering(pack, units);
  let register: string[] | undefined;
  for (const file of files) {
    try {
      const bytes = await file.read();
      const sheets = await sheetsOf(bytes, file.name);
      if (pack.words.register_sheets.some((word) => file.name.includes(word))) {
        register = readRegister(pack, units, sheets, file.name).map(({ name }) => name);
        continue;
      }
      const at = savedAt(bytes);
      const saved = at === undefined ? undefined : { at, shown: dayAndTime(new Date(at)) };
      gathering.add({ name: file.name, sheets, savedAt: saved }, packOfWorkbook(pack, sheets, units).pack);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      gathering.broken(file.name, error.problems[0] ?? words.unreadable);
    }
  }
  const { plan, lines, conflicts, reminders, year } = gathering.finish({ register });
  const left = lines.filter(({ outcome }) => outcome !== 'taken').map(({ file, problems }) => words.left(file, problems[0] ?? ''));
  if (!plan) throw refusal('gather-nothing', words.nothing(left));
  const told = { files: lines.length, left: left.length, year, conflicts: conflicts.length, absent: reminders?.length };
  return { bytes: bookOfPlan(plan), note: words.gathered(told) };
}

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly SheetGrid[]> {
  const converted = await asXlsx(bytes, name);
  return openXlsx(converted?.bytes ?? bytes).read();
}

async function packOf(files: readonly GivenFile[], packs: readonly Pack[], units: Units): Promise<Pack> {
  let fitting: Pack | undefined;
  for (const file of files) {
    const sheets = await file
      .read()
      .then((bytes) => sheetsOf(bytes, file.name))
      .catch((error: unknown) => {
        if (error instanceof ProblemError) return [];
        throw error;
      });
    const named = templateIdentity(sheets)?.pack;
    const found = packs.find(({ pack }) => pack === named);
    if (found) return found;
    if (fitting === undefined && sheets.length > 0) {
      const [best] = matchPacks(packs, sheets, units);
      if (best?.usable && best.telling) fitting = best.pack;
    }
  }
  if (!fitting) throw refusal('gather-pack', words.noPack);
  return fitting;
}
