import '../app/styles/tokens.css';
import '../app/styles/page.css';
import { applyTheme, themeOfBackground } from '../app/theme';
import './notice.css';

/**
 * The window in which a ribbon button says what it has nowhere else to say. The text comes from the page that opened it, as a message: it
 * stands in no address, and so in no history and no log.
 */
function show(page: Document, text: string): void {
  const [title = '', ...lines] = text.split('\n');
  const heading = page.createElement('h1');
  heading.textContent = title;
  const paragraphs = lines.map((line) => {
    const paragraph = page.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  page.getElementById('notice')?.replaceChildren(heading, ...paragraphs);
}

void Office.onReady().then(() => {
  const colour = Office.context.officeTheme?.bodyBackgroundColor;
  applyTheme(document.documentElement, colour === undefined ? 'auto' : themeOfBackground(colour));
  Office.context.ui.addHandlerAsync(
    Office.EventType.DialogParentMessageReceived,
    ({ message }: { message: string }) => show(document, message),
    () => Office.context.ui.messageParent('ready'),
  );
});
