import { formatHalfUp } from '../decimal';
import type { Figures } from '../measure/figures';
import { titleOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import { adjustmentCells, appliesAt, shownAdjustments, type ShownAdjustment } from '../ranking/adjustments';
import { elsewhere, TIMES } from '../ranking/method-figures';
import type { RankedPopulation } from '../ranking/population';
import type { SettledAdjustment } from '../ranking/settled-adjustment';
import { adjustmentWords as words } from '../words/adjustments';
import { places } from '../pack/clause-place';
import { clauseNote } from './clause-note';

/** "-15.00", "+1.00": points with their sign. */
export function signed(points: number, decimals: number): string {
  const shown = formatHalfUp(Math.abs(points), decimals);
  return points < 0 ? `-${shown}` : `+${shown}`;
}

/** What a veto's cell says where it applies. */
export const vetoWord = (declared: SettledAdjustment): string =>
  'effect' in declared && declared.effect === 'keep' ? words.barred : words.vetoed;

/** Number format of a column of points: the sign stands before all but nothing. */
export function pointsFormat(decimals: number, { kind }: Pick<SettledAdjustment, 'kind'>): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  const [up, down] = kind === 'limit' ? [`"${words.raised}"`, `"${words.capped}"`] : ['', ''];
  return `+${digits}${up};-${digits}${down};${digits}`;
}

/** What the pack says that an adjustment does, in one phrase, and where its amounts come from; or why it does nothing. */
export const adjustmentRule = (pack: Pack, figures: Figures, { declared, off, from }: ShownAdjustment): string =>
  off ?? `${ruleOf(pack, figures, declared)}${from}`;

function ruleOf(pack: Pack, figures: Figures, declared: SettledAdjustment): string {
  if (declared.kind === 'limit' && declared.on) {
    const { on, cap = 0 } = declared;
    const titles = pack.scoring.adjustments.flatMap((one) => ('measure' in one && on.includes(one.measure) ? [one.title] : []));
    return words.together(titles, cap);
  }
  if (declared.kind === 'coefficient') return words.multiplied(elsewhere(figures, declared.by, TIMES).title);
  if (declared.kind === 'rescale') return words.rescaled(declared.best);
  if (declared.kind === 'limit') return words.within(declared.cap, declared.floor);
  if (declared.kind === 'veto') return words.vetoRule(titleOf(pack, declared.column), declared.when, declared.effect, declared.bars);
  if (declared.kind === 'places') return placeRule(pack, figures, declared);
  return words.perUnit(declared.kind === 'bonus', figures.series(declared.measure).unit, declared.points_per, declared.cap);
}

function placeRule(
  pack: Pack,
  figures: Figures,
  { by, within, points = [], gained }: Extract<SettledAdjustment, { kind: 'places' }>,
): string {
  const indicator = by === undefined ? undefined : pack.indicators[by];
  const dimension = by === undefined || indicator ? undefined : pack.dimensions[by];
  const figure =
    by === undefined ? undefined : dimension ? words.scoreOf(dimension.title) : words.figureOf(indicator?.title ?? titleOf(pack, by));
  const list = (): string =>
    Array.isArray(points)
      ? words.places('', points)
      : Object.entries(points)
          .map(([group, some]) => words.places(group, some))
          .join('；');
  const earlier = (table: string): string => figures.sheetOf(table) || (pack.tables[table]?.sheet[0] ?? table);
  const said = !gained
    ? list()
    : gained.points_per === undefined
      ? words.gainedSteps(earlier(gained.table), gained.steps ?? [])
      : words.gainedEach(earlier(gained.table), gained.points_per, gained.cap);
  return words.placeRule(figure, within === undefined ? undefined : titleOf(pack, within), said);
}

/** One line that names every adjustment of a ranking, its rule and its clause; none where nothing is adjusted. */
export function adjustmentLegend(pack: Pack, figures: Figures, ranked: RankedPopulation): string[] {
  const items = shownAdjustments(pack, figures.settings, ranked).map((adjustment) =>
    words.legendItem(adjustment.title, adjustmentRule(pack, figures, adjustment), places(adjustment.declared.clause ?? [])),
  );
  return items.length > 0 ? [words.legend(items)] : [];
}

/** What a note beside an adjusted cell says: amount, rule, points, cells and the clause's own words; undefined where nothing is adjusted. */
export function adjustmentNote(
  pack: Pack,
  figures: Figures,
  ranked: RankedPopulation,
  adjustment: ShownAdjustment,
  place: number,
): string | undefined {
  const { declared, written, title, changes } = adjustment;
  const applied = appliesAt(ranked, adjustment, place);
  if (applied === false) return undefined;
  const row = ranked.rows[place]!;
  const rule = adjustmentRule(pack, figures, adjustment);
  const points = signed(changes[place]!, pack.scoring.show_decimals);
  const cells = adjustmentCells(figures, written, row);
  const said = ((): string => {
    if (declared.kind === 'limit' || declared.kind === 'rescale') return words.held(title, rule, points);
    if (applied === undefined) return words.provisional(title, declared.kind);
    if (declared.kind === 'veto') return words.decided(title, rule);
    if (declared.kind === 'coefficient')
      return words.counted(title, String(elsewhere(figures, declared.by, TIMES).number(row)), rule, points);
    if (declared.kind === 'places') return words.held(title, rule, points);
    const series = figures.series(declared.measure);
    const amount = series.values[series.frame === 'single' ? 0 : row]!;
    return words.counted(title, `${amount}${series.unit ?? ''}`, rule, points);
  })();
  return [said, ...(cells.length > 0 ? [words.cells(cells)] : []), ...(declared.clause ? [clauseNote(pack, declared.clause)] : [])].join(
    '\n',
  );
}

/** What of an adjustment stands in the remark of a zone; undefined where nothing is adjusted. */
export function adjustmentRemark(
  pack: Pack,
  figures: Figures,
  ranked: RankedPopulation,
  adjustment: ShownAdjustment,
  place: number,
): string | undefined {
  const { declared, title, changes } = adjustment;
  const applied = appliesAt(ranked, adjustment, place);
  if (applied === false) return undefined;
  if (applied === undefined) return words.remarkUnknown(title);
  if (declared.kind === 'veto') return words.decided(title, adjustmentRule(pack, figures, adjustment));
  return words.remark(title, signed(changes[place]!, pack.scoring.show_decimals));
}
