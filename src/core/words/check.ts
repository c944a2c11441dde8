/** How a workbook says that its figures are invented, and how every result of it says so in turn. */
export const FICTION = '示例数据（虚构）';

const NAMED = 3;

/** Chinese text about a workbook as a whole. */
export const checkWords = {
  fictional: (cells: readonly string[]) => ({
    message: `工作簿注明“${FICTION}”（${cells.slice(0, NAMED).join('、')}${cells.length > NAMED ? `等${cells.length}处` : ''}），各结果表照此标明。`,
    nextStep: `已换成真实数据的，请删去各表的“${FICTION}”字样后重新考评。`,
  }),
};
