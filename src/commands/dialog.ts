import type { Notice } from './notice-plan';

/** The parameter of commands.html that carries a notice; the page then shows it and does nothing else. */
const PARAMETER = 'notice';
const LONGEST = 1500;

/** Shows a notice in a small window of Excel's. Resolves once the window is there, or where Excel has none. */
export function showDialog(notice: Notice): Promise<void> {
  const text = [notice.title, ...notice.lines, ...notice.problems.flatMap(({ message, nextStep }) => [message, nextStep])]
    .join('\n')
    .slice(0, LONGEST);
  const url = new URL(window.location.href);
  url.search = '';
  url.hash = '';
  url.searchParams.set(PARAMETER, text);
  return new Promise((resolve) =>
    Office.context.ui.displayDialogAsync(url.href, { height: 30, width: 30, displayInIframe: true }, () => resolve()),
  );
}

/** The notice that this page is to show, if it was opened as a window. */
export function noticeOf(search: string): string | undefined {
  return new URLSearchParams(search).get(PARAMETER) ?? undefined;
}

export function showNotice(page: Document, text: string): void {
  const [title = '', ...lines] = text.split('\n');
  const heading = page.createElement('h1');
  heading.textContent = title;
  const paragraphs = lines.map((line) => {
    const paragraph = page.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  // Beside what stands there: office.js looks for its own element in the page.
  page.body.append(heading, ...paragraphs);
}
