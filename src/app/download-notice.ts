import type { SessionOptions } from './session-options';
import type { SessionStore } from './session-store';
import { appWords as words } from './words';

/** Hands the text of the notice of the result that is shown out as a file; nothing where there is none. */
export async function downloadNotice(store: SessionStore, download: SessionOptions['download']): Promise<void> {
  const { notice } = store.state.outcome?.detail ?? {};
  if (!notice) return;
  try {
    const { noticeDocx } = await import(/* webpackChunkName: "docx" */ '../hosts/docx/notice-docx');
    download?.(await noticeDocx(notice), words.result.noticeFile);
  } catch {
    store.tell('error', words.result.noticeFailed);
  }
}
