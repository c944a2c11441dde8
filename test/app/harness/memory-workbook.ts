import { ProblemError } from '../../../src/core/problem';
import type { OpenWorkbook, Watch, WorkbookPort } from '../../../src/hosts/port';

export interface MemoryWorkbook extends OpenWorkbook {
  /** Cells that the pane jumped to. */
  readonly jumps: string[];
}

interface Options {
  /** Milliseconds that every reading and writing takes. */
  readonly slow?: number;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** A workbook behind a plain port, as if a person had it open: jumps are noted, memory is kept in a storage. */
export function openInMemory(port: WorkbookPort, { slow = 0, storage }: Options): MemoryWorkbook {
  const jumps: string[] = [];
  const take = async (watch: Watch | undefined): Promise<void> => {
    for (let part = 0; part < 10 && slow > 0; part++) {
      await new Promise((resolve) => setTimeout(resolve, slow / 10));
      if (watch?.signal?.aborted)
        throw new ProblemError([{ severity: 'block', code: 'cancelled', message: '已取消。', nextStep: '可重新开始。' }]);
      watch?.progress?.((part + 1) / 10);
    }
  };
  return {
    jumps,
    limits: [],
    describe: () => port.describe(),
    async read(watch) {
      await take(watch);
      return port.read();
    },
    async write(plan, watch) {
      await take(watch);
      return port.write(plan);
    },
    async insert(plan, watch) {
      await take(watch);
      return port.insert(plan);
    },
    async change(changes, watch) {
      await take(watch);
      return port.change(changes);
    },
    remove: (sheet) => port.remove(sheet),
    clear: () => port.clear(),
    async goTo(sheet, cell) {
      jumps.push(`${sheet}!${cell}`);
    },
    async recall(key) {
      return storage.getItem(key) ?? undefined;
    },
    async remember(key, value) {
      if (value === undefined) storage.removeItem(key);
      else storage.setItem(key, value);
    },
  };
}
