import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { NoticeLine } from '../../core/hand-out/notice-lines';
import { docxWords as words } from './words';

/** Twentieths of a point, in which the format measures. */
const twips = (points: number): number => points * 20;
/** GB/T 9704 calls 16 points 三号 and 22 points 二号; the text block of 156 × 225 mm holds 22 lines of 28 points. */
const BODY = 16;
const LINE = { line: twips(28), lineRule: LineRuleType.EXACT };
const PAGE = {
  size: { width: '210mm', height: '297mm' },
  margin: { top: '37mm', left: '28mm', right: '26mm', bottom: '35mm', footer: '25mm' },
} as const;
/** Blanks that indent a paragraph of a sheet by two characters; a text file has an indent of its own for that. */
const INDENT = /^\u3000{2}/u;

interface Look {
  readonly font: string;
  readonly points: number;
  readonly paragraph?: IParagraphOptions;
}

const { fonts } = words;
const looks: Readonly<Record<NoticeLine['kind'], Look>> = {
  title: {
    font: fonts.title,
    points: 22,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { line: twips(32), lineRule: LineRuleType.EXACT, after: twips(14) } },
  },
  caution: { font: fonts.heading, points: BODY, paragraph: { alignment: AlignmentType.CENTER } },
  centre: { font: fonts.text, points: BODY, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...LINE, after: twips(28) } } },
  addressee: { font: fonts.text, points: BODY },
  heading: { font: fonts.heading, points: BODY, paragraph: { keepNext: true } },
  text: { font: fonts.text, points: BODY },
  signature: {
    font: fonts.text,
    points: BODY,
    paragraph: { alignment: AlignmentType.RIGHT, indent: { right: twips(4 * BODY) }, keepLines: true },
  },
  readings: {
    font: fonts.heading,
    points: BODY,
    paragraph: { alignment: AlignmentType.CENTER, pageBreakBefore: true, spacing: { ...LINE, after: twips(14) } },
  },
  reading: { font: fonts.text, points: BODY },
};

/** The notice as a text file laid out like an official paper; its lines are those of the sheet, word by word. */
export async function noticeDocx(lines: readonly NoticeLine[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    creator: '',
    lastModifiedBy: '',
    title: lines[0]?.text ?? '',
    styles: { default: { document: { run: { font: fontOf(fonts.text), size: BODY * 2 } } } },
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumber() }, children: lines.map(paragraphOf) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function paragraphOf({ kind, text }: NoticeLine, at: number, lines: readonly NoticeLine[]): Paragraph {
  const { font, points, paragraph } = looks[kind];
  // The department's name stands two lines below the text.
  const isFirstSignature = kind === 'signature' && lines[at - 1]?.kind !== 'signature';
  return new Paragraph({
    spacing: { ...LINE, ...(isFirstSignature && { before: twips(56) }) },
    ...(INDENT.test(text) && { indent: { firstLine: twips(2 * BODY) } }),
    ...paragraph,
    children: [new TextRun({ text: text.replace(INDENT, ''), font: fontOf(font), size: points * 2 })],
  });
}

/** A machine without the font takes one of its own for Chinese, as a rule 宋体. */
const fontOf = (eastAsia: string): { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string } => ({
  ascii: fonts.latin,
  hAnsi: fonts.latin,
  eastAsia,
});

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf(fonts.page), size: 28 })],
      }),
    ],
  });
