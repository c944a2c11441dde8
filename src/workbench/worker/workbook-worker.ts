import '../../packs/without-eval';
import { expose } from 'comlink';
import { offeredPacks, unitData } from '../../packs';
import { readyPacks, readyUnits } from '../../packs/ready';
import { browserValues, DraftStore } from '../draft-store';
import { bytesHeld } from '../one-file/held';
import { throwProblemsAcross } from '../problems-across';
import { workbookService } from './service';

throwProblemsAcross();
// Held for as long as this thread lives: whoever gets it next knows that the thread has died, for whatever reason.
void navigator.locks?.request(self.name, () => {
  postMessage({ alive: true });
  return new Promise(() => undefined);
});

async function fetchFile(address: string): Promise<Uint8Array | undefined> {
  const held = bytesHeld(address);
  if (held) return held;
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    return undefined;
  }
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

expose(
  workbookService({ packs: readyPacks(offeredPacks), units: readyUnits(unitData), drafts: new DraftStore(browserValues()), fetchFile }),
);
