import { createStore, del, set, values } from 'idb-keyval';
import { packTextOf } from '../app/own-pack-texts';
import type { PackShelf } from '../app/own-pack-state';

/** Packs of the person's own, for all workbooks that are opened in this browser. A record that is none of this version stays as it is. */
export function packShelf(): PackShelf {
  const store = createStore('zone-assessor-packs', 'packs');
  return {
    list: async () => (await values<unknown>(store)).flatMap((value) => packTextOf(value) ?? []),
    put: ({ id, file, text }) => set(id, { id, file, text }, store),
    remove: (id) => del(id, store),
  };
}
