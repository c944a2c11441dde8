import { parseCellName } from '../../core/cell';
import { fileWords as words } from '../words';
import { LIMITS } from '../limits';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { SPREADSHEET } from '../xml/namespaces';
import type { Package } from '../parts/package';
import { refusal } from '../../core/refusal';
import { RichText } from '../sheet/shared-strings';
import { XmlReader } from '../xml/xml-reader';
import type { SheetLook } from './look';

/** The notes of a comments part, row by row; those that lie on no cell are left out. @throws ProblemError broken-xml, long-text */
export function readNotes(pack: Package, part: string, sheet: string): SheetLook['notes'] {
  const notes: SheetLook['notes'][number][] = [];
  const rich = new RichText();
  let place: { row: number; column: number } | undefined;
  let inText = false;
  const reader = new XmlReader(part, {
    open: ({ local, uri, attributes }, depth) => {
      if (!SPREADSHEET.includes(uri as (typeof SPREADSHEET)[number])) return;
      if (depth === 2 && local === 'comment') {
        place = parseCellName(attributes['ref']?.value ?? '');
        rich.begin();
      } else if (depth === 3 && local === 'text') inText = true;
      else if (inText) rich.open(local);
    },
    close: ({ local }, depth) => {
      if (depth === 3) inText = false;
      else if (depth === 2 && local === 'comment' && place && place.row >= 0 && place.row < SHEET_ROWS && place.column < SHEET_COLUMNS)
        notes.push({ ...place, text: rich.end() });
      else if (inText) rich.close(local);
    },
    text: (piece) => {
      if (inText && rich.add(piece) > LIMITS.text) throw refusal('long-text', words.longText(sheet), { sheet });
    },
  });
  reader.write(pack.text(part).text).close();
  return notes.sort((a, b) => a.row - b.row || a.column - b.column);
}
