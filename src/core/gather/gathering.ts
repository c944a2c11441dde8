import { cellName } from '../cell';
import type { SheetGrid } from '../grid';
import type { Pack } from '../pack/schema';
import { refusal, type Words } from '../refusal';
import { StyleBook } from '../report/style-book';
import { NameForms } from '../names/name-forms';
import { foldText } from '../table/fold';
import { inputTables } from '../template/input-tables';
import type { Units } from '../units/units';
import { gatherWords as words } from '../words/gather';
import type { Answer, AnswerFile, OtherSheet, Period, SavedAt } from './answer';
import { conflictSheet } from './conflict-sheet';
import type { Gathered, GatherOptions, Outcome, PlacedConflict, ReceiptLine, Reminder } from './gathered';
import { mergeTable, type Conflict, type MergedTable } from './merge-table';
import { mergedRows, otherRows, planOfRows, type SheetRows } from './merged-sheet';
import { misreadCells, withoutCells, type Misread } from './misread';
import { isRefusal, readAnswer } from './read-answer';
import { receiptSheet, reminderSheet } from './receipt-sheet';

/** Files that came back, one after the other; no more than what they say is kept of them. */
export class Gathering {
  private readonly answers: Answer[] = [];
  private readonly refused: ReceiptLine[] = [];
  private readonly order: string[] = [];

  constructor(
    private readonly pack: Pack,
    private readonly units: Units,
  ) {}

  /** @param file by a name that no other has @param pack as the file's own sheets complete it */
  add(file: AnswerFile, pack: Pack = this.pack): void {
    const answer = readAnswer(pack, this.units, file);
    if (isRefusal(answer)) this.refuse(file.name, 'refused', answer, file.savedAt);
    else {
      this.order.push(file.name);
      this.answers.push(answer);
    }
  }

  /** A file that could not be opened at all. */
  broken(file: string, why: Words): void {
    this.refuse(file, 'broken', why, undefined);
  }

  private refuse(file: string, outcome: Outcome, { message, nextStep }: Words, savedAt: SavedAt | undefined): void {
    this.order.push(file);
    this.refused.push({ file, zones: [], outcome, savedAt, filled: 0, gaps: 0, conflicts: 0, problems: [words.said(message, nextStep)] });
  }

  /** Merges what was added. */
  finish(options: GatherOptions = {}): Gathered {
    const { year, part } = periodOf(this.answers, options.year);
    const late = new Set(this.answers.filter(({ period }) => isAnother(period, { year, part })));
    const ofYear = this.answers.filter((answer) => !late.has(answer));
    const versions = versionsOf(ofYear);
    const used = options.latest ? ofYear.filter((answer) => !versions.older.has(answer)) : ofYear;
    const { tables, apart } = mergeAll(this.pack, used, this.units);
    const laid = this.lay(tables, year);
    const conflicts = laid.flatMap(({ table, rows }) => table.conflicts.map((one) => placed(one, rows)));
    const others = otherSheets(used, takenNames(this.pack, laid));
    const told = this.told({ used, versions, laid, apart, others: others.differ, register: options.register });
    const lines = this.lines({ period: { year, part }, late, used, versions, conflicts, told });
    const reminders = options.register && remindersOf(options.register, lines, new NameForms(this.pack.words));
    const gathered = { year, lines, conflicts, reminders };
    if (laid.length === 0) return gathered;
    const book = new StyleBook();
    const sheets = [
      receiptSheet(this.pack, gathered, book),
      ...(conflicts.length > 0 ? [conflictSheet(this.pack, gathered, book)] : []),
      ...(reminders ? [reminderSheet(this.pack, gathered, book)] : []),
      ...inOrder([...laid.map(({ rows }) => rows), ...others.sheets.map(otherRows)], used).map((rows) => planOfRows(rows, book)),
    ];
    return { ...gathered, plan: { sheets, styles: book.styles } };
  }

  /** The tables as sheets, without cells that would be read otherwise than in their files. */
  private lay(tables: readonly MergedTable[], year: number | undefined): LaidTable[] {
    const titles = new Map(
      inputTables(this.pack, this.units, year ?? 0).map(({ id, title }): [string, string] => [id, words.withoutPeriod(title)]),
    );
    const rowsOf = (table: MergedTable): SheetRows => mergedRows(table, words.titled(titles.get(table.id) ?? table.sheet, table.period));
    const once = onSheetsOfTheirOwn(this.pack, tables).map((table) => ({ table, rows: rowsOf(table), misread: [] }));
    return misreadCells(this.pack, this.units, once).map(({ table, misread, ...laid }) => {
      if (misread.length === 0) return { ...laid, table, misread };
      const kept = withoutCells(table, misread);
      return { table: kept, rows: rowsOf(kept), misread };
    });
  }

  /** What is to be said of each file beside its own reading. */
  private told({ used, versions, laid, apart, others, register }: Told): ReadonlyMap<string, readonly string[]> {
    const told = new Map<string, string[]>();
    const tell = (file: string, said: string): unknown => told.set(file, [...(told.get(file) ?? []), said]);
    for (const [answer, said] of versions.told) tell(answer.file, said);
    for (const { table, misread } of laid) {
      for (const [file, rows] of table.repeated) tell(file, words.repeated(table.sheet, rows));
      for (const [file, cells] of table.unfit) cells.forEach((said) => tell(file, said));
      for (const { file, place, title } of misread) tell(file, words.misread(place, title));
    }
    for (const { file, sheet, period, first } of apart)
      tell(file, words.tableApart(sheet, words.period(period), first.file, words.period(first.period)));
    for (const { file, name, first } of others)
      tell(file, first === undefined ? words.unreadSheet(name) : words.otherSheetDiffers(name, first));
    const registered = new Set(register?.map(foldText));
    for (const { file, zones } of register ? used : []) {
      const unlisted = zones.filter((zone) => !registered.has(foldText(zone)));
      if (unlisted.length > 0) tell(file, words.notRegistered(unlisted));
    }
    return told;
  }

  private lines({ period: { year, part }, late, used, versions, conflicts, told }: Lines): ReceiptLine[] {
    const taken = new Set(used);
    const disputed = new Map<string, number>();
    for (const { sources } of conflicts)
      for (const file of new Set(sources.map((source) => source.file))) disputed.set(file, (disputed.get(file) ?? 0) + 1);
    const ofAnswers = this.answers.map((answer): ReceiptLine => {
      const { file, savedAt, identity, zones, tables, filled, gaps } = answer;
      const known = zones.length === 0 && identity?.zone !== undefined ? [identity.zone] : zones;
      const base = { file, savedAt, zones: known, filled, gaps, conflicts: disputed.get(file) ?? 0 };
      if (late.has(answer))
        return {
          ...base,
          outcome: 'refused',
          problems: [words.said(...words.refused.otherPeriod(words.period(answer.period), words.period({ year, part })))],
        };
      const problems = [...(told.get(file) ?? []), ...answer.problems];
      if (!taken.has(answer)) return { ...base, outcome: 'superseded', problems: [supersededBy(versions.older.get(answer)!)] };
      return { ...base, outcome: tables.every(({ rows }) => rows.length === 0) ? 'blank' : 'taken', problems };
    });
    const all = new Map([...ofAnswers, ...this.refused].map((line) => [line.file, line]));
    const weight = ({ outcome }: ReceiptLine): number => OUTCOMES.indexOf(outcome);
    return this.order.map((file) => all.get(file)!).sort((a, b) => weight(a) - weight(b));
  }
}

/** What needs somebody comes first in the receipt. */
const OUTCOMES: readonly Outcome[] = ['broken', 'refused', 'superseded', 'blank', 'taken'];

interface LaidTable {
  readonly table: MergedTable;
  readonly rows: SheetRows;
  readonly misread: readonly Misread[];
}

interface Told {
  readonly used: readonly Answer[];
  readonly versions: Versions;
  readonly laid: readonly LaidTable[];
  readonly apart: readonly TableApart[];
  readonly others: readonly DifferentSheet[];
  readonly register: readonly string[] | undefined;
}

interface Lines {
  readonly period: Period;
  readonly late: ReadonlySet<Answer>;
  readonly used: readonly Answer[];
  readonly versions: Versions;
  readonly conflicts: readonly PlacedConflict[];
  readonly told: ReadonlyMap<string, readonly string[]>;
}

/** Time that most files are of. @throws ProblemError where two are as frequent as each other */
function periodOf(answers: readonly Answer[], given: number | undefined): Period {
  const year =
    given ??
    mostFrequent(
      answers.flatMap(({ period }) => period.year ?? []),
      words.twoYears,
    );
  const parts = answers.filter(({ period }) => period.year === year).map(({ period }) => period.part ?? '');
  const part = mostFrequent(parts, (one, other) => words.twoParts(words.period({ year, part: one }), words.period({ year, part: other })));
  return { year, part: part === '' ? undefined : part };
}

function mostFrequent<T>(values: readonly T[], asked: (one: T, other: T) => Words): T | undefined {
  const times = new Map<T, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  const [first, second] = [...times].sort(([, a], [, b]) => b - a);
  if (first && second && first[1] === second[1]) throw refusal('gather-year', asked(first[0], second[0]));
  return first?.[0];
}

const isAnother = (one: Period, { year, part }: Period): boolean =>
  one.year !== undefined && year !== undefined && (one.year !== year || one.part !== part);

interface Versions {
  /** With the one that is newer. */
  readonly older: ReadonlyMap<Answer, Answer>;
  readonly told: ReadonlyMap<Answer, string>;
}

/** Forms of one zone that came back several times: the one saved last is the newer version, where the files say when they were saved. */
function versionsOf(answers: readonly Answer[]): Versions {
  const byZone = new Map<string, Answer[]>();
  for (const answer of answers) {
    const { zone } = answer.identity ?? {};
    if (zone !== undefined) byZone.set(foldText(zone), [...(byZone.get(foldText(zone)) ?? []), answer]);
  }
  const older = new Map<Answer, Answer>();
  const told = new Map<Answer, string>();
  for (const versions of byZone.values()) {
    if (versions.length < 2) continue;
    const dated = versions.every(({ savedAt }) => savedAt !== undefined);
    const [newest, next] = [...versions].sort((a, b) => Date.parse(b.savedAt?.at ?? '') - Date.parse(a.savedAt?.at ?? ''));
    const isKnown = dated && Date.parse(newest!.savedAt!.at) > Date.parse(next!.savedAt!.at);
    for (const answer of versions) {
      if (!isKnown) told.set(answer, words.versionUnknown(versions.filter((one) => one !== answer).map(({ file }) => file)));
      else if (answer !== newest) {
        older.set(answer, newest!);
        told.set(answer, words.olderVersion(newest!.file, newest!.savedAt!.shown));
      } else told.set(answer, words.newestVersion(versions.filter((one) => one !== answer).map(({ file }) => file)));
    }
  }
  return { older, told };
}

const supersededBy = ({ file, savedAt }: Answer): string => words.supersededBy(file, savedAt!.shown);

/** A table that is of another time than the first file's. */
interface TableApart {
  readonly file: string;
  readonly sheet: string;
  readonly period: Period;
  readonly first: { readonly file: string; readonly period: Period };
}

/** Every table of the pack that some file has rows of, in the pack's order. */
function mergeAll(
  pack: Pack,
  answers: readonly Answer[],
  units: Units,
): { readonly tables: readonly MergedTable[]; readonly apart: readonly TableApart[] } {
  const apart: TableApart[] = [];
  const tables = Object.keys(pack.tables).flatMap((id) => {
    const parts = answers.flatMap((answer) => answer.tables.filter((table) => table.id === id).map((table) => ({ answer, table })));
    const filled = parts.filter(({ table }) => table.rows.length > 0);
    const first = filled.find(({ table }) => table.period.year !== undefined);
    const together = filled.filter(({ answer, table: { sheet, period } }) => {
      if (!first || !isAnother(period, first.table.period)) return true;
      apart.push({ file: answer.file, sheet, period, first: { file: first.answer.file, period: first.table.period } });
      return false;
    });
    // What states no time of its own is written under what does.
    const ordered = first ? [first, ...together.filter((part) => part !== first)] : together;
    return ordered.length > 0 ? [mergeTable(ordered, units)] : [];
  });
  return { tables, apart };
}

function placed(conflict: Conflict, { name, headRows }: SheetRows): PlacedConflict {
  return { ...conflict, sheet: name, cell: cellName(headRows + conflict.row, conflict.column) };
}

interface DifferentSheet {
  readonly file: string;
  readonly name: string;
  /** The file that has another; undefined where the sheet is called a table's and none could be read from it. */
  readonly first: string | undefined;
}

/** Two tables that shared a sheet have one each: where the name is taken the pack's own. */
function onSheetsOfTheirOwn(pack: Pack, tables: readonly MergedTable[]): MergedTable[] {
  const taken = new Set(Object.values(words.sheets).map(foldText));
  return tables.map((table) => {
    const names = [table.sheet, ...pack.tables[table.id]!.sheet];
    const free = names.find((name) => !taken.has(foldText(name))) ?? words.another(names[0]!, taken.size);
    taken.add(foldText(free));
    return { ...table, sheet: free };
  });
}

/** Names under which another sheet would be taken for a table, or for one of ours. */
const takenNames = (pack: Pack, laid: readonly LaidTable[]): ReadonlySet<string> =>
  new Set(
    [...Object.values(words.sheets), ...Object.values(pack.tables).flatMap(({ sheet }) => sheet), ...laid.map(({ rows }) => rows.name)].map(
      foldText,
    ),
  );

/** Sheets beside the tables: one that is the same wherever it is, once; one that differs stays out. */
function otherSheets(
  answers: readonly Answer[],
  taken: ReadonlySet<string>,
): { readonly sheets: readonly SheetGrid[]; readonly differ: readonly DifferentSheet[] } {
  const first = new Map<string, { readonly file: string; readonly other: OtherSheet; same: boolean }>();
  const differ: DifferentSheet[] = [];
  for (const { file, others } of answers)
    for (const other of others) {
      if (taken.has(foldText(other.name))) {
        differ.push({ file, name: other.name, first: undefined });
        continue;
      }
      const before = first.get(foldText(other.name));
      if (!before) first.set(foldText(other.name), { file, other, same: true });
      else if (before.other.fingerprint !== other.fingerprint) {
        before.same = false;
        differ.push({ file, name: other.name, first: before.file });
      }
    }
  return { sheets: [...first.values()].flatMap(({ other, same }) => (same ? [other.sheet] : [])), differ };
}

/** Sheets in the order of the first file that has them. */
function inOrder(sheets: readonly SheetRows[], answers: readonly Answer[]): SheetRows[] {
  const places = new Map<string, number>();
  for (const { order } of answers) for (const name of order) if (!places.has(name)) places.set(name, places.size);
  return [...sheets].sort((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

function remindersOf(register: readonly string[], lines: readonly ReceiptLine[], forms: NameForms): Reminder[] {
  const listed = new Set(register.map(foldText));
  const named = (outcomes: readonly Outcome[]): Map<string, ReceiptLine> =>
    new Map(lines.filter(({ outcome }) => outcomes.includes(outcome)).flatMap((line) => line.zones.map((zone) => [foldText(zone), line])));
  const answered = named(['taken']);
  const blank = named(['blank']);
  const refused = named(['refused']);
  const unlisted = [...answered.values()].flatMap(({ zones }) => zones.filter((zone) => !listed.has(foldText(zone))));
  return register.flatMap((zone): Reminder[] => {
    const folded = foldText(zone);
    if (answered.has(folded)) return [];
    const near = unlisted.find((other) => forms.near(other, zone));
    const [isBlank, isRefused] = [blank.get(folded), refused.get(folded)];
    if (isBlank) return [{ zone, why: words.absent.blank(isBlank.file) }];
    if (isRefused) return [{ zone, why: words.absent.refused(isRefused.file) }];
    return [{ zone, why: near === undefined ? words.absent.nothing : words.absent.near(near) }];
  });
}
