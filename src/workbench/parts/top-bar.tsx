import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Desk } from '../desk';
import type { DeskState } from '../desk/desk-state';
import { clockTime } from '../shown-time';
import { workbenchWords as words } from '../words';
import { SampleMenu } from './sample-menu';

/** What the workbook is called and how it stands, and everything that is done with it as a whole. */
export function TopBar({
  desk,
  state,
  drawer,
  onDrawer,
}: {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly drawer: boolean;
  readonly onDrawer: () => void;
}): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const { file, history, downloading } = state;
  return (
    <div class="bar">
      <span class="bar-product">{words.product}</span>
      <div class="bar-file grow">
        <span class="bar-name" title={file?.name}>
          {file?.name ?? words.noWorkbook}
        </span>
        <span class="quiet" role="status" data-draft={draftStanding(state)}>
          {standing(state)}
        </span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-label={words.bar.open}
        accept=".xlsx,.xlsm,.xltx,.xltm,.xls,.et,.csv,.tsv,.txt,.yaml,.yml"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be picked again.
          currentTarget.value = '';
          void desk.open(files);
        }}
      />
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        {words.bar.open}
      </button>
      <SampleMenu samples={desk.samples} onOpen={(id) => void desk.openSample(id)} />
      <button type="button" class="button subtle" aria-disabled={!history.undo} onClick={() => void desk.undo()}>
        {words.bar.undo}
      </button>
      <button type="button" class="button subtle" aria-disabled={!history.redo} onClick={() => void desk.redo()}>
        {words.bar.redo}
      </button>
      <button
        type="button"
        class={file?.change === 'changed' ? 'button primary' : 'button'}
        aria-disabled={!file || downloading}
        onClick={() => void desk.download()}
      >
        {words.bar.download}
      </button>
      <button type="button" class="button drawer-toggle" aria-expanded={drawer} aria-controls="pane-frame" onClick={onDrawer}>
        {drawer ? words.bar.hidePane : words.bar.showPane}
      </button>
    </div>
  );
}

/** Whether the draft holds the last change, for whoever must not be misled by the time of an earlier one. */
const draftStanding = ({ draft }: DeskState): string => (draft.kind === 'saved' && draft.behind ? 'behind' : draft.kind);

function standing({ file, draft, downloading }: DeskState): string {
  if (downloading) return words.busyDownload;
  if (file?.change === 'downloaded') return words.file.downloaded;
  if (file?.change !== 'changed') return '';
  if (draft.kind === 'saved') return `${words.file.changed} · ${words.file.draft(clockTime(draft.at))}`;
  return draft.kind === 'refused' ? `${words.file.changed} · ${words.file.noDraft}` : words.file.changed;
}
