import { contentWords as words } from '../words/contents';

/** A column's header, with the mark where the user added what it shows. */
export function headerOf(basis: string | undefined, title: string): string {
  return basis === 'own' ? words.marked(title) : title;
}
