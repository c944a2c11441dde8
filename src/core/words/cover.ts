const joined = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}家`;

/** Chinese text of what 考评说明 says first. */
export const coverWords = {
  assessed: '参评',
  took: (label: string, count: number, placed: number, waiting: number, outside: number) =>
    [
      `${label}${count}家：名次已定${placed}家`,
      ...(waiting > 0 ? [`待补数核定${waiting}家`] : []),
      ...(outside > 0 ? [`按规定不参加排名${outside}家`] : []),
    ].join('，'),
  places: '名次',
  placed: (subject: string, rank: number, tied: boolean) => `${subject}（${tied ? '并列' : ''}第${rank}名）`,
  whole: (label: string, names: readonly string[], waiting: boolean) => `${label}：${names.join('、')}${waiting ? '；其余待补数核定' : ''}`,
  ends: (label: string, count: number, first: readonly string[], last: readonly string[]) =>
    `${label}：${[
      first.length > 0 ? `前${count}名 ${first.join('、')}` : `前${count}名待补数核定`,
      ...(last.length > 0 ? [`后${count}名 ${last.join('、')}`] : []),
    ].join('；')}`,
  moved: '名次变化',
  lists: '列入名单',
  listed: (title: string, names: readonly string[], most: number, open: number) =>
    `${title}：${[...(names.length > 0 ? [joined(names, most)] : []), ...(open > 0 ? [`${names.length > 0 ? '另有' : ''}${open}家待补数核定`] : [])].join('，')}`,
  open: '尚未确定',
  between: (subject: string, places: readonly [number, number] | undefined) =>
    places ? `${subject}（第${places[0]}至${places[1]}名之间）` : subject,
  manyWait: (label: string, count: number) =>
    `${label}：${count}家名次待补数核定，各家的名次区间和所缺的格见其排名表和“数据缺失与口径说明”`,
  waiting: (label: string, names: readonly string[], cells: readonly string[], most: number) =>
    `${label}：${joined(names, most)}${
      cells.length === 0 ? '' : `；补齐${cells.slice(0, most).join('、')}${cells.length > most ? `等${cells.length}格` : ''}即可定案`
    }`,
};
