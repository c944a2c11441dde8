import { render, type JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { Desk } from './desk';
import { DropTarget } from './parts/drop-target';
import { Holder } from './parts/holder';
import { LeaveDialog } from './parts/leave-dialog';
import { StaleDialog } from './parts/stale-dialog';
import { Strip } from './parts/strip';
import { TopBar } from './parts/top-bar';
import { workbenchWords as words } from './words';

interface PageProps {
  readonly desk: Desk;
  /** Elements that the spreadsheet and the pane are drawn into. */
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
}

/** Bar and notices above, the spreadsheet on the left, the pane on the right; on narrow screens the pane is a drawer over the sheet. */
function Page({ desk, grid, pane }: PageProps): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => desk.subscribe(() => redraw(undefined)), [desk]);
  const { state } = desk;
  const [drawer, setDrawer] = useState(false);
  useEffect(() => setDrawer(false), [state.jumps]);
  const name = state.file?.name;
  const { unsaved } = desk;
  useEffect(() => {
    document.title = words.title(name, unsaved);
  }, [name, unsaved]);
  const onFiles = useCallback((files: readonly File[]) => void desk.open(files), [desk]);
  return (
    <>
      {/* The pane's own header and footer are the page's: a second pair would be one too many. */}
      <section class="top" aria-label={words.bar.label}>
        <TopBar desk={desk} state={state} drawer={drawer} onDrawer={() => setDrawer(!drawer)} />
        <Strip desk={desk} state={state} />
      </section>
      <div class="desk">
        <section class="sheets-frame" aria-label={words.grid} aria-describedby="grid-keys" aria-busy={state.grid === 'loading'}>
          <p id="grid-keys" class="visually-hidden">
            {words.gridKeys}
          </p>
          <Holder element={grid} class="grid" />
          <p class="visually-hidden" role="status">
            {state.selected}
          </p>
          {state.grid !== 'shown' && (
            <p class="grid-waiting">{state.grid === 'loading' ? words.startingGrid : words.trouble.noGrid.message}</p>
          )}
        </section>
        <div id="pane-frame" class={drawer ? 'pane-frame drawn' : 'pane-frame'}>
          <Holder element={pane} class="pane-place" />
        </div>
      </div>
      {state.asking && <LeaveDialog {...state.asking} onAnswer={(choice) => desk.answer(choice)} />}
      {state.confirming && <StaleDialog {...state.confirming} onAnswer={(choice) => desk.confirm(choice)} />}
      <DropTarget onFiles={onFiles} />
    </>
  );
}

/** Shows the page at once, before anything is loaded. */
export function showPage(root: HTMLElement, props: PageProps): void {
  root.replaceChildren();
  render(<Page {...props} />, root);
}
