import type { SheetEdits } from '../../../ooxml/edit/cell-edit';
import type { Cut, Refusal, ShownCell } from '../grid-view';

/** Those who are told of one kind of thing, in the order in which they came. */
class Listeners<T> {
  private readonly all: ((told: T) => void)[] = [];

  add(listener: (told: T) => void): void {
    this.all.push(listener);
  }

  tell(told: T): void {
    this.all.forEach((listener) => listener(told));
  }
}

/** What the grid tells, see GridView. */
export class Told {
  readonly edit = new Listeners<readonly SheetEdits[]>();
  readonly refusal = new Listeners<Refusal>();
  readonly cut = new Listeners<readonly Cut[]>();
  readonly history = new Listeners<{ readonly undo: boolean; readonly redo: boolean }>();
  readonly fixed = new Listeners<readonly { readonly sheet: string; readonly cell: string }[]>();
  readonly select = new Listeners<ShownCell & { readonly sheet: string; readonly cell: string }>();
}
