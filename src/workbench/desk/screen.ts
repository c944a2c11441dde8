import type { Engine } from '../../app/engine';
import { ProblemError } from '../../core/problem';
import type { CellChanges } from '../../core/cell-changes';
import { editsOf } from '../../hosts/xlsx/edits-of';
import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import type { BookLook } from '../../ooxml/look/look';
import type { GridView } from '../grid/grid-view';
import { NO_SHEETS, screenEngine } from '../screen-engine';
import { workbenchWords as words } from '../words';
import type { DeskStore } from './desk-store';
import type { Edits } from './edits';
import { OF_WORKBOOK, type Notices } from './notices';
import { refusalWords } from './refusal-words';
import type { SheetNotes } from './sheet-notes';
import { ownedIn, type Work } from './work';

/** The grid of the page, and what the pane's engine does to it. */
export class DeskScreen {
  private loading: Promise<GridView | undefined> | undefined;

  constructor(
    private readonly store: DeskStore,
    private readonly notices: Notices,
    private readonly notes: SheetNotes,
    private readonly edits: Edits,
  ) {}

  /** @param load the spreadsheet into the page */
  load(load: () => Promise<GridView>): void {
    this.loading = this.loaded(load);
  }

  private async loaded(load: () => Promise<GridView>): Promise<GridView | undefined> {
    try {
      const grid = await load();
      this.listen(grid);
      return grid;
    } catch (error) {
      this.store.set({ grid: 'failed' });
      this.notices.tell('error', words.trouble.noGrid);
      if (error instanceof ProblemError) this.notices.failed(error);
      return undefined;
    }
  }

  private listen(grid: GridView): void {
    grid.onEdit((edits) => this.edits.edited(edits));
    grid.onRefusal((refusal) => {
      if (refusal.kind === 'unfinished') this.notices.tell('warning', words.trouble.unfinished, OF_WORKBOOK);
      else this.notices.hint(refusalWords(refusal));
    });
    grid.onFixed((cells) => this.notes.fix(cells));
    grid.onCut((cuts) => this.notes.cut(cuts));
    grid.onSelect(({ sheet, cell, text }) => this.store.set({ selected: words.selected(sheet, cell, text) }));
    grid.onHistory((history) => this.store.set({ history }));
  }

  /** @returns the grid once the workbook is on it; nothing where there is no grid, or another workbook came meanwhile */
  async show(work: Work, look: BookLook): Promise<GridView | undefined> {
    const grid = await this.loading;
    if (!grid || this.store.work !== work) return undefined;
    try {
      await grid.show(look);
    } catch (error) {
      this.store.set({ grid: 'failed' });
      this.notices.tell('error', words.trouble.noGrid);
      this.notices.failed(error);
      return undefined;
    }
    if (this.store.work !== work) return undefined;
    work.onGrid = true;
    this.store.set({ grid: 'shown' });
    return grid;
  }

  /** Before the workbook is on the grid there is nothing that anyone could have typed. */
  async settled(work: Work): Promise<void> {
    if (!work.onGrid || this.store.work !== work) return;
    await (await work.shown)?.settled();
  }

  async onGrid(act: (grid: GridView) => Promise<void>): Promise<void> {
    const { work } = this.store;
    const grid = work?.onGrid ? await work.shown : undefined;
    if (!grid) return;
    try {
      await act(grid);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  /** The engine of the workbook's pane. */
  engineOf(work: Work): Engine {
    return screenEngine(work.remote, {
      settled: () => this.settled(work),
      replaced: (gone, look) => this.replaced(work, gone, look),
      added: (look) => this.added(work, look),
      changed: (changes) => this.changed(work, changes),
      removed: (sheet) => this.removed(work, sheet),
      goTo: async (sheet, cell) => {
        const grid = await work.shown;
        if (this.store.work !== work) return;
        if (!grid) throw new ProblemError([{ severity: 'warning', code: 'no-grid', ...words.trouble.noGrid }]);
        this.store.set({ jumps: this.store.state.jumps + 1 });
        await grid.goTo(sheet, cell);
      },
      figures: () => work.figures,
      rewriting: (write) => this.rewriting(work, write),
      remembered: () => this.edits.changed(work),
    });
  }

  private async replaced(work: Work, gone: readonly string[], look: BookLook): Promise<void> {
    work.scored = look.sheets.length > 0;
    const owned = ownedIn(look);
    work.owned = new Set([...work.owned, ...owned]);
    this.edits.changed(work);
    await this.exchange(work, gone, look);
    work.owned = owned;
    if (this.store.work === work) this.notes.show();
  }

  private async added(work: Work, look: BookLook): Promise<void> {
    this.edits.changed(work);
    await this.exchange(work, [], look);
  }

  private async changed(work: Work, changes: CellChanges): Promise<void> {
    this.figuresChanged(work);
    await this.shown(work, (grid) => grid.change(editsOf(changes)));
  }

  private async removed(work: Work, sheet: string): Promise<void> {
    this.figuresChanged(work);
    await this.exchange(work, [sheet], NO_SHEETS);
  }

  private figuresChanged(work: Work): void {
    work.figures++;
    work.edited = true;
    this.edits.changed(work);
    if (this.store.work === work) this.notes.show();
  }

  /** The file is written already; a screen that cannot show it is told as such. */
  private async exchange(work: Work, gone: readonly string[], look: BookLook): Promise<void> {
    await this.shown(work, (grid) => grid.replace(gone, look));
  }

  private async shown(work: Work, show: (grid: GridView) => Promise<void>): Promise<void> {
    const grid = await work.shown;
    if (!grid || this.store.work !== work) return;
    try {
      await show(grid);
    } catch (error) {
      this.notices.tell('warning', words.trouble.notShown);
      this.notices.failed(error);
    }
  }

  private async rewriting<T>(work: Work, write: () => Promise<T>): Promise<T> {
    const held: SheetEdits[] = [];
    work.held = held;
    try {
      return await write();
    } catch (error) {
      // The sheets stay as they were, and with them what was typed there.
      if (held.length > 0) this.edits.send(work, held);
      throw error;
    } finally {
      work.held = undefined;
    }
  }
}
