/**
 * The text without the characters of `front` before it and of `back` behind it. A loop: a regular expression that looks for
 * marks at the end starts anew at every one of them, and a cell of 32,000 colons would take seconds.
 * @param front one character each, none of them half of a surrogate pair
 */
export function trimMarks(text: string, front: string, back: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && front.includes(text[from]!)) from++;
  while (to > from && back.includes(text[to - 1]!)) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}
