import { areaName, sheetPrefix } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { byIndex, HostNode, type TypeSpec } from '../node';
import { rangeArgument } from './range';

interface ChartSelf {
  readonly sheet: SheetModel;
  readonly name: string;
}

interface PartSelf extends ChartSelf {
  /** Where the part is in its chart: "Axes.CategoryAxis", with a dot behind it. */
  readonly at: string;
}

const told = ({ sheet, name }: ChartSelf): Map<string, unknown> => {
  const values = sheet.chartValues.get(name) ?? new Map<string, unknown>();
  sheet.chartValues.set(name, values);
  return values;
};

/** A part of a chart that keeps what it is told, under "Axes.CategoryAxis.ReversePlotOrder"-like keys. */
function part(
  type: string,
  members: readonly string[],
  children: Readonly<Record<string, TypeSpec<PartSelf>>> = {},
  call: TypeSpec<PartSelf>['call'] = {},
): TypeSpec<PartSelf> {
  return {
    name: type,
    alive: (self) => !self.sheet.deleted,
    read: Object.fromEntries(members.map((name) => [name, (self: PartSelf) => told(self).get(`${self.at}${name}`) ?? null])),
    write: Object.fromEntries(
      members.map((name) => [name, (self: PartSelf, value: unknown): void => void told(self).set(`${self.at}${name}`, value)]),
    ),
    child: Object.fromEntries(
      Object.entries(children).map(([name, spec]) => [name, (self: PartSelf) => HostNode.of(spec, { ...self, at: `${self.at}${name}.` })]),
    ),
    call,
  };
}

const font = part('ChartFont', ['Bold', 'Color', 'Name', 'Size']);
const line = part('ChartLineFormat', ['Color', 'Weight']);
const fill = part('ChartFill', [], {}, { SetSolidColor: (self, args) => void told(self).set(`${self.at}SolidColor`, args.text(0)) });
const title = part('ChartTitle', ['Text', 'Visible', 'Overlay'], { Format: part('ChartTitleFormat', [], { Font: font }) });
const axis = part('ChartAxis', ['ReversePlotOrder', 'Position', 'TickLabelPosition', 'TickLabelSpacing', 'Minimum', 'Maximum'], {
  Title: part('ChartAxisTitle', ['Text', 'Visible']),
  Format: part('ChartAxisFormat', [], { Font: font, Line: line }),
});
const seriesType = part('ChartSeries', ['GapWidth', 'Name', 'Overlap'], {
  Format: part('ChartSeriesFormat', [], { Fill: fill, Line: line }),
});
const allSeries: TypeSpec<PartSelf> = {
  name: 'ChartSeriesCollection',
  call: { GetItemAt: (self, args) => HostNode.of(seriesType, { ...self, at: `Series.${args.number(0)}.` }) },
};
const parts: Readonly<Record<string, TypeSpec<PartSelf>>> = {
  Title: title,
  Axes: part('ChartAxes', [], { CategoryAxis: axis, ValueAxis: axis }),
  Legend: part('ChartLegend', ['Visible', 'Position']),
  Series: allSeries,
};

/** Charts are counted and named, keep what they are told, and are never drawn. */
const chartType: TypeSpec<ChartSelf> = {
  name: 'Chart',
  alive: (self) => !self.sheet.deleted,
  read: { Name: (self) => self.name },
  child: Object.fromEntries(
    Object.entries(parts).map(([name, spec]) => [name, (self: ChartSelf) => HostNode.of(spec, { ...self, at: `${name}.` })]),
  ),
  call: { SetPosition: (self, args) => void told(self).set('Position', `${args.text(0)}:${args.text(1)}`) },
};

const items = (sheet: SheetModel): readonly HostNode[] => sheet.charts.map((name) => HostNode.of(chartType, { sheet, name }));

export const chartsType: TypeSpec<SheetModel> = {
  name: 'ChartCollection',
  read: { Count: (sheet) => sheet.charts.length },
  items,
  call: {
    ...byIndex<SheetModel>(items),
    Add: (sheet, args, world) => {
      const source = rangeArgument(args, 1, world, sheet);
      const self = { sheet, name: `Chart ${sheet.charts.length + 1}` };
      sheet.charts.push(self.name);
      told(self).set('Add', `${args.text(0)} ${sheetPrefix(source.sheet.name)}${areaName(source.area)} ${args.text(2)}`);
      return HostNode.of(chartType, self);
    },
  },
};
