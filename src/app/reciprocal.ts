/** The reciprocal of a comparison as it is typed: 3 ↔ 1/3; what is no number stays as it is. */
export function reciprocal(text: string): string {
  const [, below] = /^1[/／](.+)$/.exec(text) ?? [];
  if (below !== undefined) return below;
  const number = Number(text);
  if (text === '' || text === '1' || !(number > 0)) return text;
  return number > 1 ? `1/${text}` : String(Number((1 / number).toPrecision(6)));
}
