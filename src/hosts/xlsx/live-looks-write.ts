import { areaName, cellName } from '../../core/cell';
import type { CellStyle, LiveLook } from '../../core/plan';
import type { PlanStyles } from './styles-append';

type Bar = Extract<LiveLook, { kind: 'bar' }>;

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const NEGATIVE = 'FFF4B183';
const AXIS = 'FF7F7F7F';

const areasOf = ({ areas }: LiveLook): string => areas.map(areaName).join(' ');

/** Ties a bar to what Excel 2010 and later know of it besides: one for each look of a sheet. */
const idOf = (priority: number): string => `{7A6F6E65-6173-4365-8373-${priority.toString(16).toUpperCase().padStart(12, '0')}}`;

/** The conditional formats of a sheet; the first of them goes first. */
export function liveLooksXml(looks: readonly LiveLook[], styles: readonly CellStyle[], planStyles: PlanStyles): string {
  return looks
    .map((look, at) => {
      const rule = look.kind === 'bar' ? barXml(look, at + 1) : dressXml(look, at + 1, planStyles.dxf(styles[look.style]!));
      return `<conditionalFormatting sqref="${areasOf(look)}">${rule}</conditionalFormatting>`;
    })
    .join('');
}

function dressXml(look: Exclude<LiveLook, Bar>, priority: number, dxf: number): string {
  if (look.kind === 'number')
    return `<cfRule type="cellIs" dxfId="${dxf}" priority="${priority}" operator="equal"><formula>${look.value}</formula></cfRule>`;
  const { top, left } = look.areas[0]!;
  return `<cfRule type="containsBlanks" dxfId="${dxf}" priority="${priority}"><formula>LEN(TRIM(${cellName(top, left)}))=0</formula></cfRule>`;
}

function barXml({ color, ends }: Bar, priority: number): string {
  const points = ends ? ends.map((end) => `<cfvo type="num" val="${end}"/>`).join('') : '<cfvo type="min"/><cfvo type="max"/>';
  return (
    // A tenth of the cell for nothing, as is the default, would be a bar that says something else.
    `<cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100">${points}<color rgb="FF${color}"/></dataBar>` +
    `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${X14}"><x14:id>${idOf(priority)}</x14:id></ext></extLst></cfRule>`
  );
}

/** The bars once more at the end of the sheet, filled evenly: of one that fades nobody sees where it ends. */
export function barExtensionXml(looks: readonly LiveLook[]): string {
  const bars = looks.flatMap((look, at) => {
    if (look.kind !== 'bar') return [];
    const points = look.ends
      ? look.ends.map((end) => `<x14:cfvo type="num"><xm:f>${end}</xm:f></x14:cfvo>`).join('')
      : '<x14:cfvo type="min"/><x14:cfvo type="max"/>';
    const bar = `<x14:dataBar minLength="0" maxLength="100" gradient="0">${points}<x14:negativeFillColor rgb="${NEGATIVE}"/><x14:axisColor rgb="${AXIS}"/></x14:dataBar>`;
    return `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${idOf(at + 1)}">${bar}</x14:cfRule><xm:sqref>${areasOf(look)}</xm:sqref></x14:conditionalFormatting>`;
  });
  if (bars.length === 0) return '';
  return `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings>${bars.join('')}</x14:conditionalFormattings></ext></extLst>`;
}
