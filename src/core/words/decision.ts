import type { Decision } from '../decision';

const place = ({ sheet, cell }: Decision): string => `${sheet}!${cell}`;
const cut = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
const said = (text: string): string => (text === '' ? '空白' : `“${cut(text)}”`);
/** What the cell says, where the words do not begin with it themselves. */
const seenIn = ({ seen, words }: Decision): string => (seen === '' ? '（空白）' : words.startsWith(said(seen)) ? '' : said(seen));
const SHOWN = 5;
const some = (decisions: readonly Decision[]): string =>
  decisions
    .slice(0, SHOWN)
    .map((decision) => `${place(decision)}${seenIn(decision)}${decision.words}`)
    .join('；') + (decisions.length > SHOWN ? ' 等' : '');

/** Sentences about doubts that a person settled. */
export const decisionWords = {
  /** @param now undefined where the sheet is not there */
  outdated: (decision: Decision, now: string | undefined) => ({
    message:
      now === undefined
        ? `原来采纳的“${decision.words}”没有沿用：工作簿中没有工作表“${decision.sheet}”（${decision.cell} 当时是${said(decision.seen)}）。`
        : `原来采纳的“${decision.words}”没有沿用：${place(decision)} 采纳时是${said(decision.seen)}，现在是${said(now)}。`,
    nextStep: '请按现在的内容重新核定；不再需要的，可删去这条记录。',
  }),
  outdatedMore: (count: number) => ({
    message: `没有沿用的核定还有 ${count} 条：单元格内容与采纳时不同。`,
    nextStep: '请核对记录是否属于另一份工作簿；按现在的内容重新核定。',
  }),
  changed: (decision: Decision) => ({
    message: `原来采纳的“${decision.words}”没有沿用：${place(decision)} 的内容未变，但按现在的表（表头、单位等）建议已不同。`,
    nextStep: '请按现在的建议重新核定。',
  }),
  unused: (decisions: readonly Decision[]) => ({
    message: `有 ${decisions.length} 条核定这次用不上（所指之处已无疑问，或本方案不涉及）：${some(decisions)}。`,
    nextStep: '无需处理；按表中现在的内容读取。',
  }),
  followed: (decisions: readonly Decision[]) => ({
    message: `按经人工确认的口径处理 ${decisions.length} 处：${some(decisions)}。`,
    nextStep: '详见“数据缺失与口径说明”；单元格内容改动后，须重新确认。',
  }),
  sameKind: (count: number): string => `同类 ${count} 处全部采纳`,
  allOf: (said: string, count: number): string => `${count} 处全部按“${said}”`,
} as const;
