import type { Notice } from './notice-plan';

const PAGE = 'notice.html';
const LONGEST = 1500;

/** Shows a notice in a small window of Excel's. Resolves once the window has been given the text, or where Excel has none. */
export function showDialog({ title, lines, problems }: Notice): Promise<void> {
  const text = [title, ...lines, ...problems.flatMap(({ message, nextStep }) => [message, nextStep])].join('\n').slice(0, LONGEST);
  const url = new URL(PAGE, window.location.href);
  return new Promise((resolve) =>
    Office.context.ui.displayDialogAsync(url.href, { height: 35, width: 35, displayInIframe: true }, ({ status, value: dialog }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) return resolve();
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, () => {
        dialog.messageChild(text);
        resolve();
      });
      // Closed before it was ready: nobody is left to tell.
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    }),
  );
}
