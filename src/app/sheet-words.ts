import type { Face } from '../core/sheet-choices';

/** Chinese text of the choice of result sheets. */
export const sheetWords = {
  faces: '写哪几类',
  facesHint: '“考评说明”总会写出，并写明哪几类没有写。选择随工作簿记下，重新考评后生效，没有选的旧表同时删去。',
  faceOf: {
    public: '供公布和起草通报：只列已经确定的名次，含“通报文稿”。',
    signed: '供签批：各排名表和警示、约谈、退出等名单。',
    working: '供核对：核查表、得分明细、规则依据、缺数与口径说明。',
  } satisfies Record<Face, string>,
};
