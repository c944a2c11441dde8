import type { SheetEdits } from '../../src/ooxml/edit/cell-edit';
import type { BookLook } from '../../src/ooxml/look/look';
import type { Cut, GridView, Refusal, ShownCell } from '../../src/workbench/grid/grid-view';

/** A grid that draws nothing, notes what it is told, and edits when a test says so. */
export class StubGrid implements GridView {
  readonly calls: string[] = [];
  sheets: string[] = [];
  /** Called by `settled`, as a cell that is being typed in is ended then. */
  onSettle: () => void = () => undefined;
  /** What `show` and `replace` wait for. */
  drawn: Promise<void> = Promise.resolve();
  private readonly editListeners: ((edits: readonly SheetEdits[]) => void)[] = [];
  private readonly refusalListeners: ((refusal: Refusal) => void)[] = [];
  private readonly cutListeners: ((cuts: readonly Cut[]) => void)[] = [];
  private readonly fixedListeners: ((cells: readonly { readonly sheet: string; readonly cell: string }[]) => void)[] = [];
  private readonly selectListeners: ((selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void)[] = [];
  private readonly historyListeners: ((can: { readonly undo: boolean; readonly redo: boolean }) => void)[] = [];

  async show({ sheets, active }: BookLook): Promise<void> {
    this.calls.push(`show ${active}`);
    await this.drawn;
    this.sheets = sheets.map(({ name }) => name);
  }

  async replace(gone: readonly string[], { sheets, active }: BookLook): Promise<void> {
    this.calls.push(`replace ${gone.length} by ${sheets.length}${active === '' ? '' : `, ${active} on top`}`);
    await this.drawn;
    this.sheets = [...this.sheets.filter((name) => !gone.includes(name)), ...sheets.map(({ name }) => name)];
  }

  async change({ sheet, cells }: SheetEdits): Promise<void> {
    this.calls.push(`change ${cells.length} on ${sheet}`);
    await this.drawn;
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    this.calls.push(`go to ${sheet}!${cell}`);
  }

  at(): ShownCell | undefined {
    return undefined;
  }

  async ready(): Promise<void> {
    await Promise.resolve();
  }

  async settled(): Promise<void> {
    this.calls.push('settled');
    this.onSettle();
  }

  async undo(): Promise<void> {
    this.calls.push('undo');
  }

  async redo(): Promise<void> {
    this.calls.push('redo');
  }

  onEdit(listener: (edits: readonly SheetEdits[]) => void): void {
    this.editListeners.push(listener);
  }

  onRefusal(listener: (refusal: Refusal) => void): void {
    this.refusalListeners.push(listener);
  }

  onCut(listener: (cuts: readonly Cut[]) => void): void {
    this.cutListeners.push(listener);
  }

  onFixed(listener: (cells: readonly { readonly sheet: string; readonly cell: string }[]) => void): void {
    this.fixedListeners.push(listener);
  }

  onSelect(listener: (selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void): void {
    this.selectListeners.push(listener);
  }

  onHistory(listener: (can: { readonly undo: boolean; readonly redo: boolean }) => void): void {
    this.historyListeners.push(listener);
  }

  dispose(): void {
    this.calls.push('dispose');
  }

  edit(...edits: readonly SheetEdits[]): void {
    this.editListeners.forEach((listener) => listener(edits));
  }

  refuse(refusal: Refusal): void {
    this.refusalListeners.forEach((listener) => listener(refusal));
  }

  cut(...cuts: readonly Cut[]): void {
    this.cutListeners.forEach((listener) => listener(cuts));
  }

  fix(...cells: readonly { readonly sheet: string; readonly cell: string }[]): void {
    this.fixedListeners.forEach((listener) => listener(cells));
  }

  select(sheet: string, cell: string, text: string): void {
    this.selectListeners.forEach((listener) => listener({ sheet, cell, text }));
  }

  history(can: { readonly undo: boolean; readonly redo: boolean }): void {
    this.historyListeners.forEach((listener) => listener(can));
  }
}
