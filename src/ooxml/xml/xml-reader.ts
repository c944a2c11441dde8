import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { fileWords as words } from '../words';
import { refusal } from '../../core/refusal';

/** No part of a workbook nests deeper than a few dozen elements; hostile ones nest a million. */
const DEEPEST = 500;

export interface XmlEvents {
  /** @param depth 0 for the root */
  open(tag: SaxesTagNS, depth: number): void;
  close(tag: SaxesTagNS, depth: number): void;
  /** Character data, CDATA sections included; may come in several pieces. */
  text?(text: string): void;
}

/**
 * A conformant, namespace-aware reader which refuses document type declarations: a workbook has none, and they are the
 * way in for entity bombs.
 * @throws ProblemError broken-xml, doctype, encoding
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private depth = 0;
  private seen = false;

  constructor(
    private readonly part: string,
    events: XmlEvents,
  ) {
    const parser = this.parser;
    parser.on('error', () => {
      throw refusal('broken-xml', words.brokenXml(part, words.why.notXml));
    });
    parser.on('doctype', () => {
      throw refusal('doctype', words.doctype(part));
    });
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding))
        throw refusal('encoding', words.encoding(part, encoding));
    });
    parser.on('opentag', (tag) => {
      this.seen = true;
      if (this.depth > DEEPEST) throw refusal('broken-xml', words.brokenXml(part, words.why.tooDeep));
      events.open(tag, this.depth++);
    });
    parser.on('closetag', (tag) => events.close(tag, --this.depth));
    if (events.text) {
      const take = events.text.bind(events);
      parser.on('text', take);
      parser.on('cdata', take);
    }
  }

  /** Where the event came from: characters from the start, just behind the tag. */
  get position(): number {
    return this.parser.position;
  }

  write(text: string): this {
    if (text !== '') this.parser.write(text);
    return this;
  }

  close(): void {
    this.parser.close();
    if (!this.seen) throw refusal('broken-xml', words.brokenXml(this.part, words.why.notXml));
  }
}
