import { ratioToNumber } from '../decimal';
import { isDecided } from '../judge/finding';
import type { RuleOf } from '../pack/rule-schema';
import { titleOf } from '../pack/references';
import { chosenReference } from '../parameters/parameter-sheet';
import type { SheetPlan } from '../plan';
import { scaled } from '../units/factor';
import { chartWords as words } from '../words/charts';
import { reportWords } from '../words/report';
import { chartSheet, fillOf, type ChartBlock } from './chart-sheet';
import { valueFormat } from './detail-layout';
import type { ReportContext } from './report-context';

const FEWEST = 2;

/** This year's figures beside last year's, a chart for each rule that compares them: of those alone of whom it concludes something. */
export function earlierSheet(context: ReportContext): SheetPlan[] {
  const { pack, judgement } = context;
  const rules = new Set(pack.sheets.flatMap((sheet) => sheet.rules));
  const blocks = [...rules].flatMap((id) => {
    const rule = pack.rules[id];
    if (rule?.kind !== 'trend' || rule.against === 'base' || judgement.silent.has(id)) return [];
    return blockOf(context, id, rule);
  });
  if (blocks.length === 0) return [];
  const isYear = pack.period === 'year';
  return [chartSheet(context, isYear ? words.earlier : words.earlierPeriod, [words.decidedOnly(isYear)], blocks, false)];
}

function blockOf({ pack, figures, judgement }: ReportContext, id: string, rule: RuleOf<'trend'>): ChartBlock[] {
  const measure = chosenReference(figures.settings, rule.measure);
  if (measure === undefined) return [];
  const [now, before] = [figures.series(measure), figures.series(measure, 'previous')];
  const unit = rule.unit === 'from_header' ? now.unit : rule.unit;
  if (now.frame === 'single' || now.counted || unit === undefined) return [];
  if (now.absent !== undefined || before.absent !== undefined) return [];
  const { table } = now.frame;
  const [toNow, toBefore] = [now.unit, before.unit].map((from) => (from === undefined ? undefined : figures.units.factor(from, unit)));
  if (!toNow || !toBefore) return [];
  const decided = new Set(judgement.findings.flatMap((finding) => (finding.rule === id && isDecided(finding) ? [finding.subject] : [])));
  const zones = Array.from(now.values, (_, row) => {
    const name = figures.subject({ table }, row);
    const then = decided.has(name) ? figures.rowByKey(table, name, 'previous') : undefined;
    const value = then === undefined ? undefined : scaled(now.exact(row), toNow);
    const earlier = then === undefined ? undefined : scaled(before.exact(then), toBefore);
    return value && earlier ? { name, value: ratioToNumber(value), earlier: ratioToNumber(earlier) } : undefined;
  }).filter((zone) => zone !== undefined);
  if (zones.length < FEWEST) return [];
  const isYear = pack.period === 'year';
  const values = Float64Array.from(zones, (zone) => zone.value);
  const earlier = Float64Array.from(zones, (zone) => zone.earlier);
  return [
    {
      title: rule.title,
      lines: [],
      stacked: false,
      axes: {
        zones: titleOf(pack, figures.tables.get(table)?.spec.key ?? ''),
        values: reportWords.titleWithUnit(now.title, figures.units.title(unit)),
      },
      lead: { title: words.number, values: zones.map((_, at) => at + 1) },
      names: zones.map(({ name }) => name),
      series: [
        { title: words.now(isYear), values, fill: fillOf(0) },
        { title: words.before(isYear), values: earlier, fill: fillOf(1) },
      ],
      format: valueFormat(Float64Array.of(...values, ...earlier)),
      firstOf: words.firstRows,
    },
  ];
}
