import type { RangeSelf } from '../node';
import { HostError } from '../wire';

/** A protected sheet refuses values in locked cells. */
export function checkContentWrite({ sheet, area }: RangeSelf): void {
  if (sheet.isLocked(area)) throw new HostError('AccessDenied');
}

/** A protected sheet refuses formats unless the option of its protection allows them. */
export function checkFormatWrite({ sheet }: RangeSelf, option: 'allowFormatCells' | 'allowFormatRows' | 'allowFormatColumns'): void {
  if (sheet.protection && sheet.protection.options[option] !== true) throw new HostError('AccessDenied');
}
