import type { BookLook } from '../../ooxml/look/look';

/** The memory behind a look's cells, to be handed to another thread instead of copied. */
export function lookBuffers({ sheets }: BookLook): ArrayBuffer[] {
  const buffers = sheets.flatMap(({ cells }) =>
    [cells.rowStart, cells.columnOf, cells.kinds, cells.payload, cells.styleOf].map(({ buffer }) => buffer as ArrayBuffer),
  );
  return [...new Set(buffers)];
}
