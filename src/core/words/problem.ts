/** How doubts of one kind about one column are told together. */
export const problemWords = {
  at: (cells: string, text: string) => `${cells}：${text}`,
  more: (count: number, cells: string) => `另有${count}处同样情形（${cells}）。`,
  list: (cells: readonly string[], most: number) => cells.slice(0, most).join('、') + (cells.length > most ? '等' : ''),
};
