import type { Face } from '../core/sheet-choices';

/** Chinese text of the choice of result sheets. */
export const sheetWords = {
  decimals: '得分小数位',
  decimalsOf: (decimals: number | undefined) => (decimals === undefined ? '按方案' : `按方案（${decimals} 位）`),
  places: (decimals: number) => `${decimals} 位`,
  decimalsHint: '只管显示，末尾的零照写；名次仍按没有取整的得分排。',
  cards: '体检表（一区一张）',
  cardsHint: '一页A4：名次和变化、各方面与平均和最高的差距、最强最弱的指标、结论和缺数，用词供开发区自己看；供内部分析，不对外公布。',
  noCards: '不写',
  allCards: (count: number) => (count > 0 ? `全部 ${count} 家` : '全部'),
  someCards: '选几家',
  find: '查找开发区',
  picked: (count: number) => `已选 ${count} 家`,
  more: (count: number) => `还有 ${count} 家，请用查找缩小范围。`,
  unlisted: '还没有读到数据，或者超过 1000 家，这里不列；可以在命令行用 --cards 写名称。',
  gone: (names: readonly string[]) => `表中没有：${names.join('、')}`,
  tooMany: (most: number) => `一次最多写 ${most} 张，请选几家。`,
  faces: '写哪几类',
  facesHint: '“考评说明”总会写出，并写明哪几类没有写。选择随工作簿记下，重新考评后生效，没有选的旧表同时删去。',
  faceOf: {
    public: '供公布和起草通报：只列已经确定的名次，含“通报文稿”。',
    signed: '供签批：各排名表和警示、约谈、退出等名单。',
    working: '供核对：核查表、得分明细、规则依据、缺数与口径说明。',
  } satisfies Record<Face, string>,
};
