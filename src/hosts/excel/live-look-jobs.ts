import type { CellStyle, LiveLook } from '../../core/plan';
import type { SheetLayout } from '../results/layout';
import { areaJobs, OBJECT, PROPERTY, type Job, type Target } from './area-jobs';

const LOOK_BYTES = OBJECT * 4 + PROPERTY * 5;

/** Looks that follow what stands in cells, as conditional formats. */
export function* liveLookJobs({ plan: { looks = [] } }: SheetLayout, styles: readonly CellStyle[]): Generator<Job> {
  for (const look of looks) yield* areaJobs(look.areas, LOOK_BYTES, (target) => addLook(target, look, styles));
}

function addLook(target: Target, look: LiveLook, styles: readonly CellStyle[]): void {
  const formats = target.conditionalFormats;
  if (look.kind === 'bar') {
    const { dataBar } = formats.add('DataBar');
    dataBar.positiveFormat.fillColor = `#${look.color}`;
    dataBar.positiveFormat.gradientFill = false;
    const ends = look.ends?.map((end) => ({ type: 'Number' as const, formula: String(end) }));
    dataBar.lowerBoundRule = ends?.[0] ?? { type: 'LowestValue' };
    dataBar.upperBoundRule = ends?.[1] ?? { type: 'HighestValue' };
    return;
  }
  if (look.kind === 'number') {
    const { cellValue } = formats.add('CellValue');
    dress(cellValue.format, styles[look.style]!);
    cellValue.rule = { formula1: `=${look.value}`, operator: 'EqualTo' };
    return;
  }
  const { preset } = formats.add('PresetCriteria');
  dress(preset.format, styles[look.style]!);
  preset.rule = { criterion: 'Blanks' };
}

function dress({ font, fill }: Excel.ConditionalRangeFormat, style: CellStyle): void {
  if (style.color !== undefined) font.color = `#${style.color}`;
  if (style.fill !== undefined) fill.color = `#${style.fill}`;
}
