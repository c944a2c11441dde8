import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localEngine } from '../../src/app/local-engine';
import { Session } from '../../src/app/session';
import type { SessionOptions } from '../../src/app/session-options';
import { openXlsx, type XlsxWorkbook } from '../../src/hosts/xlsx/open-xlsx';
import { templatePlan } from '../../src/core/template/template-plan';
import * as formTools from '../../src/core/form/form-tools';
import type { Plan } from '../../src/core/plan';
import type { SheetGrid } from '../../src/core/grid';
import type { OpenWorkbook } from '../../src/hosts/port';
import * as statedMethod from '../../src/packs/stated-method';
import { packs, units } from '../packs/built-in';
import { openInMemory, type MemoryWorkbook } from './harness/memory-workbook';

export { packs, units };
export const NOW = new Date(2017, 2, 31, 10, 0, 0);

export const sampleBytes = (pack = 'shandong-2016'): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '..', '..', 'assets', 'samples', `${pack}.xlsx`)));

/** The storage that stands for the workbook's own memory. */
export class Memory {
  readonly texts = new Map<string, string>();
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.texts.set(key, value);
  removeItem = (key: string): void => void this.texts.delete(key);
}

export const template = async (): Promise<typeof templatePlan> => templatePlan;

export const forms = async (): Promise<typeof formTools> => formTools;

export const method = async (): Promise<typeof statedMethod> => statedMethod;

export const sessionOver = (port: OpenWorkbook, options: Partial<SessionOptions> = {}): Session =>
  new Session({ engine: localEngine({ port, packs, units, template, forms, method }), packs, now: () => NOW, ...options });

export interface Opened {
  readonly session: Session;
  readonly workbook: MemoryWorkbook;
  readonly file: XlsxWorkbook;
  readonly memory: Memory;
}

/** A session over a sample; `change` replaces members of the port. */
export async function opened(
  options: {
    bytes?: Uint8Array;
    file?: XlsxWorkbook;
    memory?: Memory;
    change?: (port: MemoryWorkbook) => Partial<OpenWorkbook>;
    session?: Partial<SessionOptions>;
  } = {},
): Promise<Opened> {
  const memory = options.memory ?? new Memory();
  const file = options.file ?? openXlsx(options.bytes ?? sampleBytes());
  const workbook = openInMemory(file, { storage: memory });
  const port = { ...workbook, ...options.change?.(workbook) };
  const session = sessionOver(port, options.session);
  await session.open();
  return { session, workbook, file, memory };
}

/** A port over plain grids; writing is noted. */
export function portOf(sheets: () => readonly SheetGrid[], memory = new Memory()): OpenWorkbook & { readonly plans: Plan[] } {
  const plans: Plan[] = [];
  return {
    plans,
    limits: [],
    describe: async () => ({ sheets: sheets().map(({ name, hidden, owned }) => ({ name, hidden, owned, cells: true })), traits: [] }),
    read: async () => sheets(),
    async write(plan) {
      plans.push(plan);
      return { written: plan.sheets.map(({ name }) => name), replaced: [], leftOut: [] };
    },
    insert: async (plan) => ({ written: plan.sheets.map(({ name }) => name), leftOut: [] }),
    change: () => Promise.reject(new Error('plain grids take no changes')),
    remove: () => Promise.reject(new Error('plain grids take no changes')),
    clear: async () => plans.splice(0).flatMap(({ sheets: made }) => made.map(({ name }) => name)),
    goTo: async () => undefined,
    recall: async (key) => memory.getItem(key) ?? undefined,
    remember: async (key, value) => (value === undefined ? memory.removeItem(key) : memory.setItem(key, value)),
  };
}

/** What the notices say. */
export const said = ({ state }: Session): string[] => state.notices.map(({ message }) => message);
