import type { SheetLook } from '../../../ooxml/look/look';

/** The page hands the cells of a sheet to the worker that calculates formulas. */
export interface Fill {
  readonly kind: 'fill';
  readonly unit: string;
  readonly sheetId: string;
  readonly sheet: Pick<SheetLook, 'cells'>;
}

export interface Filled {
  readonly kind: 'filled';
  readonly sheetId: string;
}

const kindOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;

export const isFill = (message: unknown): message is Fill => kindOf(message) === 'fill';
export const isFilled = (message: unknown): message is Filled => kindOf(message) === 'filled';
