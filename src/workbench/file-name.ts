import { workbenchWords as words } from './words';

const KINDS = /\.(xlsx|xlsm|xltx|xltm)$/i;

/** Name for the download. The kind of file stays, words that an earlier download added do not pile up. */
export function downloadName(name: string, { scored, changed }: { readonly scored: boolean; readonly changed: boolean }): string {
  const [kind = '.xlsx'] = KINDS.exec(name) ?? [];
  const base = name.replace(KINDS, '');
  if (!changed) return base + kind;
  const plain = [words.result, words.edited].reduce(
    (rest, word) => (rest.endsWith(`-${word}`) ? rest.slice(0, -word.length - 1) : rest),
    base,
  );
  return `${plain}-${scored ? words.result : words.edited}${kind}`;
}
