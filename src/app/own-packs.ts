import { refusal } from '../core/refusal';
import type { OwnPack } from './own-pack-state';
import type * as steps from './own-pack-steps';
import { appWords as words } from './words';

/** Packs of a person's own: loaded from a file, kept, found again, taken away. Few people have any, so the steps come when they are asked for. */
export class OwnPacks {
  constructor(private readonly around: steps.AroundOwnPacks) {}

  /** Where packs that are loaded here are kept; undefined where none can be. */
  get keptIn(): 'workbook' | 'browser' | undefined {
    const { options } = this.around;
    return options && (options.shelf ? 'browser' : 'workbook');
  }

  /** The pack as the person loaded it; undefined where it came with the product. */
  of(id: string | undefined): OwnPack | undefined {
    return this.around.chosen.ownOf(id);
  }

  /** Takes up the packs that are kept, and validates them again. @param inWorkbook whether the workbook keeps any */
  async takeUp(inWorkbook: boolean): Promise<void> {
    const shelved = (await this.around.options?.shelf?.list().catch(() => [])) ?? [];
    if (inWorkbook || shelved.length > 0) await (await fetched()).takeUp(this.around, inWorkbook, shelved);
  }

  /** Loads what was picked or dropped; a pack with errors is not taken, and all stays as it was. */
  load(files: readonly File[]): Promise<void> {
    return this.around.run('load', async () => {
      if (files.length > 0) await (await fetched()).load(this.around, files);
    });
  }

  /** Puts the pack by which the workbook was scored into it, wherever packs are kept: a result is to be told together with its method. */
  async carry(id: string | undefined): Promise<void> {
    const own = this.of(id);
    if (own && !own.inWorkbook) await (await fetched()).carry(this.around, own);
  }

  remove(id: string): Promise<void> {
    return this.around.run('load', async () => (await fetched()).remove(this.around, id));
  }
}

async function fetched(): Promise<typeof steps> {
  try {
    return await import(/* webpackChunkName: "own-packs" */ './own-pack-steps');
  } catch {
    throw refusal('not-loaded', words.lazy.failed);
  }
}
