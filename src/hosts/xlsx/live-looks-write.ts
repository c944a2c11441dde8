import { areaName, cellName } from '../../core/cell';
import type { CellStyle, LiveLook } from '../../core/plan';
import type { PlanStyles } from './styles-append';

/** The conditional formats of a sheet; the first of them goes first. */
export function liveLooksXml(looks: readonly LiveLook[], styles: readonly CellStyle[], planStyles: PlanStyles): string {
  return looks
    .filter(({ areas }) => areas.length > 0)
    .map((look, at) => {
      const sqref = look.areas.map(areaName).join(' ');
      return `<conditionalFormatting sqref="${sqref}">${rule(look, at + 1, styles, planStyles)}</conditionalFormatting>`;
    })
    .join('');
}

function rule(look: LiveLook, priority: number, styles: readonly CellStyle[], planStyles: PlanStyles): string {
  if (look.kind === 'bar') {
    const [least, greatest] = look.ends ?? [];
    const ends =
      least === undefined
        ? '<cfvo type="min"/><cfvo type="max"/>'
        : `<cfvo type="num" val="${least}"/><cfvo type="num" val="${greatest}"/>`;
    // A tenth of the cell for nothing, as is the default, would be a bar that says something else.
    return `<cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100">${ends}<color rgb="FF${look.color}"/></dataBar></cfRule>`;
  }
  const dxf = planStyles.dxf(styles[look.style]!);
  if (look.kind === 'number')
    return `<cfRule type="cellIs" dxfId="${dxf}" priority="${priority}" operator="equal"><formula>${look.value}</formula></cfRule>`;
  const { top, left } = look.areas[0]!;
  return `<cfRule type="containsBlanks" dxfId="${dxf}" priority="${priority}"><formula>LEN(TRIM(${cellName(top, left)}))=0</formula></cfRule>`;
}
