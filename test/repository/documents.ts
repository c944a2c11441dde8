import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(__dirname, '../..');

/** Every page for people: at the top, in docs, and what folders say of themselves. */
export const pages: readonly string[] = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...['docs', 'src', 'assets', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => (folder === 'docs' ? file.endsWith('.md') : /(^|[\\/])(README|excel-manual)\.md$/.test(file)))
      .map((file) => join(folder, file)),
  ),
];

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```/gm, '');

/** Headings as a forge names them for links. */
const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set([...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading!)));

const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');

/** Links of a page that lead nowhere: to no file, or to no heading. */
export function brokenLinks(page: string): string[] {
  const targets = [...textOf(page).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(([, link, picture]) => (link ?? picture)!);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [path = '', anchor] = decodeURI(target).split('#');
    const file = path === '' ? page : join(dirname(page), path);
    return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).has(anchor));
  });
}
