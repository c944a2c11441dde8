import type { Finding, FindingStatus } from '../judge/finding';
import type { CellStyle } from '../plan';
import { judgeWords } from '../words/judge';
import { noticeFont } from '../words/report';

/** What a cell says by its look; every tone also stands beside a word. */
export type Tone = FindingStatus;

/** The look of a finding; what does not apply to somebody is neither good nor bad. */
export const findingTone = ({ status, word }: Finding): Tone | undefined => (word === judgeWords.notApplicable ? undefined : status);

const tones: Readonly<Record<Tone, CellStyle>> = {
  met: { fill: 'C6EFCE', color: '006100' },
  explain: { fill: 'FFEB9C', color: '7F4F00' },
  unmet: { fill: 'FFC7CE', color: '9C0006' },
  missing: { fill: 'D9D9D9', color: '595959' },
};

/** A colour that a pack gives, "#RRGGBB". */
export type Fill = `#${string}`;

const isFill = (tone: Tone | Fill): tone is Fill => tone.startsWith('#');

/** Dark text on what is light, white on what is dark, by the weights of Rec. 601. */
function lookOf(tone: Tone | Fill): CellStyle {
  if (!isFill(tone)) return tones[tone];
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(tone.slice(at, at + 2), 16));
  return { fill: tone.slice(1), color: red * 299 + green * 587 + blue * 114 > 140_000 ? '000000' : 'FFFFFF' };
}

const NOTICE = { font: noticeFont, size: 15, valign: 'top', wrap: true } as const;

const roles = {
  title: { bold: true, size: 16, color: '1F3864', align: 'left', valign: 'center' },
  basis: { size: 10, color: '404040', align: 'left', valign: 'center', wrap: true },
  warning: { bold: true, size: 10.5, color: '7F4F00', fill: 'FFF2CC', align: 'left', valign: 'center', wrap: true },
  header: { bold: true, fill: 'D9E2F3', color: '1F3864', align: 'center', valign: 'center', wrap: true, border: true },
  group: { bold: true, fill: 'B4C6E7', color: '1F3864', align: 'center', valign: 'center', border: true },
  sub: { size: 9, color: '404040', fill: 'EEF2FA', align: 'center', valign: 'center', border: true },
  text: { align: 'left', valign: 'center', wrap: true, border: true },
  centre: { align: 'center', valign: 'center', wrap: true, border: true },
  number: { align: 'right', valign: 'center', border: true },
  /** Set apart from the ranks above it. */
  meanNumber: { bold: true, fill: 'F2F2F2', align: 'right', valign: 'center', border: true },
  mean: { bold: true, fill: 'F2F2F2', align: 'center', valign: 'center', border: true },
  /** Its signs are equally wide in this font. */
  bar: { font: 'Arial', color: '2F5597', align: 'left', valign: 'center', border: true },
  /** Below what is signed, as large as the ranks. */
  note: { align: 'left', valign: 'top', wrap: true },
  signature: { align: 'left', valign: 'center' },
  formTitle: { bold: true, size: 16, color: '1F3864', align: 'center', valign: 'center', wrap: true },
  formLine: { size: 10, color: '404040', align: 'left', valign: 'center' },
  requiredHeader: { bold: true, fill: 'FFE699', color: '7F4F00', align: 'center', valign: 'center', wrap: true, border: true },
  entry: { align: 'left', valign: 'center', wrap: true, border: true, unlocked: true },
  numberEntry: { align: 'right', valign: 'center', border: true, unlocked: true },
  requiredEntry: { fill: 'FFF9E5', align: 'left', valign: 'center', wrap: true, border: true, unlocked: true },
  requiredNumberEntry: { fill: 'FFF9E5', align: 'right', valign: 'center', border: true, unlocked: true },
  // What is handed out has no colour; its text is that of official papers.
  handTitle: { bold: true, size: 18, align: 'center', valign: 'center', wrap: true },
  handLine: { size: 12, align: 'center', valign: 'center', wrap: true },
  handHeader: { bold: true, size: 12, align: 'center', valign: 'center', wrap: true, border: true },
  handGroup: { bold: true, size: 12, align: 'left', valign: 'center', wrap: true, border: true },
  handText: { size: 12, align: 'center', valign: 'center', wrap: true, border: true },
  handNote: { size: 12, align: 'left', valign: 'center', wrap: true, border: true },
  noticeTitle: { bold: true, size: 18, align: 'center', valign: 'center', wrap: true },
  noticeCentre: { ...NOTICE, align: 'center' },
  noticeHeading: { ...NOTICE, bold: true, align: 'left' },
  noticeText: { ...NOTICE, align: 'left' },
  noticeSignature: { ...NOTICE, align: 'right' },
  link: { align: 'left', valign: 'center', color: '0563C1', underline: true, border: true },
} satisfies Record<string, CellStyle>;

export type Role = keyof typeof roles;

/** Collects the styles that a plan uses; the same look is stored once. */
export class StyleBook {
  readonly styles: CellStyle[] = [];
  private readonly index = new Map<string, number>();
  private readonly asked = new Map<string, number>();

  /** Cheap to ask for again: sheets ask once a cell. */
  style(role: Role, tone?: Tone | Fill, numberFormat?: string): number {
    const question = `${role}|${tone ?? ''}|${numberFormat ?? ''}`;
    let at = this.asked.get(question);
    if (at === undefined) {
      at = this.place(role, tone, numberFormat);
      this.asked.set(question, at);
    }
    return at;
  }

  private place(role: Role, tone: Tone | Fill | undefined, numberFormat: string | undefined): number {
    const style: CellStyle = { ...roles[role], ...(tone && lookOf(tone)), ...(numberFormat !== undefined && { numberFormat }) };
    const id = JSON.stringify(style);
    let at = this.index.get(id);
    if (at === undefined) {
      at = this.styles.push(style) - 1;
      this.index.set(id, at);
    }
    return at;
  }
}

/** "0.00" for two decimals. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}
