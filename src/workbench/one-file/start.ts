import { heldPrograms } from './held';

/** What the page runs. */
const MAIN = 'workbench.js';

/**
 * Starts the workbench of a page that holds everything. A page that is opened from a folder may neither fetch a file nor start a thread from one; so
 * its programs are taken out of the page itself.
 */
async function start(): Promise<void> {
  const programs = await heldPrograms();
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address: string | URL, options?: WorkerOptions) {
      const name = String(address).split('/').at(-1) ?? '';
      super(programs.get(name) ?? address, options);
    }
  };
  const main = document.createElement('script');
  main.src = programs.get(MAIN)!;
  document.body.append(main);
}

void start();
