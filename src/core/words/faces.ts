import type { Face } from '../sheet-choices';

/** The faces of a result by the names under which they are chosen. */
export const faceTitles = { public: '对外名单', signed: '送审排名', working: '工作底稿' } satisfies Record<Face, string>;

/** Chinese text about the faces of a result. */
export const faceWords = {
  /** What stands in the table of contents for pages of single zones. */
  cards: (count: number, first: string) => `${first}${count > 1 ? `等${count}张体检表` : ''}`,
  /** Where sheets are left out by choice: heading and text on 考评说明. */
  leftOut: '未写出',
  leftOutOf: (faces: readonly Face[]) =>
    `按选择，本次未写出${faces.map((face) => sheetsOf[face]).join('、')}；文中提到其中的表，选上后重新考评即有`,
};

const sheetsOf: Readonly<Record<Face, string>> = {
  public: '对外名单（含通报文稿）',
  signed: '送审排名（含各名单）',
  working: '工作底稿（核查表、得分明细、规则依据、数据缺失与口径说明等）',
};
