import { SPREADSHEET } from './namespaces';
import type { Package } from './package';
import { PartDecoder, decodeCellText } from './xml-text';
import { XmlReader } from './xml-reader';

/** Collects the text of one <si> or <is>: runs one after the other, phonetic readings (rPh) left out. */
export class RichText {
  private text = '';
  private phonetic = 0;
  private inText = false;

  begin(): void {
    this.text = '';
    this.phonetic = 0;
    this.inText = false;
  }

  open(local: string): void {
    if (local === 'rPh') this.phonetic++;
    else if (local === 't') this.inText = true;
  }

  close(local: string): void {
    if (local === 'rPh') this.phonetic--;
    else if (local === 't') this.inText = false;
  }

  /** @returns the length so far */
  add(piece: string): number {
    if (this.inText && this.phonetic === 0) this.text += piece;
    return this.text.length;
  }

  end(): string {
    return decodeCellText(this.text);
  }
}

/** The workbook's shared texts in order. @throws ProblemError broken-xml */
export function readSharedStrings(pack: Package, part: string): string[] {
  const texts: string[] = [];
  const rich = new RichText();
  const reader = new XmlReader(part, {
    open({ local, uri }, depth) {
      if (!SPREADSHEET.includes(uri as (typeof SPREADSHEET)[number])) return;
      if (depth === 1) rich.begin();
      else if (depth > 1) rich.open(local);
    },
    close({ local }, depth) {
      if (depth === 1 && local === 'si') texts.push(rich.end());
      else if (depth > 1) rich.close(local);
    },
    text: (piece) => rich.add(piece),
  });
  const decoder = new PartDecoder(part);
  for (const chunk of pack.chunks(part)) reader.write(decoder.decode(chunk, false));
  reader.write(decoder.decode(new Uint8Array(0), true)).close();
  return texts;
}
