import type { SheetGrid } from '../grid';
import { knownFigure } from '../pack/own-contents';
import { accepts, columnsOf, titleOf } from '../pack/references';
import type { Pack, PackColumn } from '../pack/schema';
import { blocks } from '../problem';
import { foldHeader, foldText } from '../table/fold';
import type { Units } from '../units/units';
import { ownMethodWords as words, systemSheet } from '../words/own-method';
import { Draft, Keys, type ColumnKind, type Place } from './draft';
import type { OwnMethod } from './method';
import { readSystem, type System } from './system';

/** Headers that say more than which indicators there are. */
const MORE = new Set(
  (['figure', 'method', 'settings', 'applies', 'missing'] as const).flatMap((field) => systemSheet.headers[field].map(foldHeader)),
);
const HEAD_ROWS = 30;

/** Whether the list says how indicators are scored, and not only which there are. */
function saysMore({ grid }: SheetGrid): boolean {
  for (let row = 0; row < Math.min(grid.rows, HEAD_ROWS); row++)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column);
      if (MORE.has(foldHeader(text)) || systemSheet.groupMark.test(text)) return true;
    }
  return false;
}

/** What rows ask for beside a document's pack: its columns are found by their headers, others are added to its main table. */
class DocumentDraft extends Draft {
  constructor(private readonly pack: Pack) {
    super('', new Keys([...Object.keys(columnsOf(pack, pack.main_table)), ...Object.keys(pack.measures)]));
  }

  override column(header: string, kind: ColumnKind, place: Place, unit?: string, value?: string): string | undefined {
    const known = kind === 'number' ? knownFigure(this.pack, header) : undefined;
    if (known !== undefined) return known;
    const name = foldText(header);
    const found = Object.entries(columnsOf(this.pack, this.pack.main_table)).find(([, { header: all }]) =>
      all.some((one) => foldText(one) === name),
    );
    if (!found) return super.column(header, kind, place, unit, value);
    const [key, column] = found;
    const values = accepts(column);
    if (column.kind === 'number' || (value !== undefined && !values.includes(value)))
      return void this.refuse(place, 'method-filter', words.unknownWord(header, value ?? '', values));
    return key;
  }

  override askPrevious(place: Place): void {
    if (!Object.values(this.pack.tables).some(({ previous }) => previous))
      this.refuse(place, 'method-previous', words.noPrevious(this.pack.title));
  }
}

/** The column of the main table whose values the groups are. */
function groupColumn(pack: Pack, groups: readonly string[]): string | undefined {
  const isOf = (column: PackColumn): boolean => groups.every((group) => accepts(column).includes(group));
  return Object.entries(columnsOf(pack, pack.main_table)).find(([, column]) => isOf(column))?.[0];
}

/**
 * A document's pack with what the workbook's list of indicators says beside which there are: where figures come from, how they are scored, for whom
 * they are, marks by group, how gaps count. The list itself is still read as the document's (`importIndicators`), which takes from here what is said
 * of an indicator by its title. Pure.
 */
export function documentList(pack: Pack, sheet: SheetGrid, sheets: readonly SheetGrid[], units: Units): OwnMethod {
  if (!saysMore(sheet)) return { pack, problems: [] };
  const draft = new DocumentDraft(pack);
  const read = readSystem(sheet, units, draft);
  const groups = read.groups && groupColumn(pack, Object.keys(read.groups));
  if (read.groups && groups === undefined)
    draft.problems.push({
      severity: 'block',
      code: 'method-group-needed',
      sheet: sheet.name,
      ...words.noGroupColumn(Object.keys(read.groups)),
    });
  if (blocks(draft.problems)) return { pack, problems: draft.problems };
  const main = pack.tables[pack.main_table]!;
  return {
    pack: {
      ...pack,
      clauses: { ...pack.clauses, ...draft.clauses },
      tables: {
        ...pack.tables,
        [pack.main_table]: {
          ...main,
          columns: {
            ...main.columns,
            ...draft.mainColumns({ sheets: sheets.filter((other) => other !== sheet), spellings: pack.words.spellings }),
          },
        },
      },
      measures: { ...pack.measures, ...draft.measures },
      indicators: indicatorsOf(pack, read),
      scoring: {
        ...pack.scoring,
        ...(read.gaps && read.gaps.as !== 'wait' && { gaps: { as: read.gaps.as, clause: read.gaps.clause } }),
        ...(read.groups && { group_by: groups!, weights: { kind: 'by_group', scope: 'indicators', groups: read.groups } }),
      },
    },
    problems: draft.problems,
  };
}

/**
 * As the list's own: marked so that the import finds what is said of each. What the list leaves open of an indicator that the pack has by this name is
 * as the pack has it.
 */
function indicatorsOf(pack: Pack, { indicators, figured }: System): Pack['indicators'] {
  const known = new Map(
    Object.entries(pack.indicators).map(([key, one]) => [
      foldText(one.title ?? titleOf(pack, String(one.measure ?? key))),
      { measure: key, ...one },
    ]),
  );
  return Object.fromEntries(
    Object.entries(indicators).map(([key, indicator]) => {
      const same = known.get(foldText(indicator.title ?? ''));
      return [
        key,
        {
          ...(same?.normalise && { normalise: same.normalise }),
          ...(same?.applies && { applies: same.applies }),
          ...indicator,
          ...(same && !figured.has(key) && { measure: same.measure }),
          basis: 'imported' as const,
        },
      ];
    }),
  );
}
