import { appWords as words } from '../../../src/app/words';
import { handOutWords } from '../../../src/core/words/hand-out';
import { hasChromium } from '../../excel-host/chromium';
import { unzip } from '../../ooxml/package-builder';
import { withDesk } from './desk';

it('the notice comes as a text file by one click', async () => {
  if (!hasChromium()) return;
  await withDesk({ sample: 'shandong-2016' }, async (desk) => {
    await desk.score();
    const { name, bytes } = await desk.downloadedBy(() => desk.button(words.result.notice).click());
    expect(name).toBe(words.result.noticeFile);
    expect(Buffer.from(unzip(bytes)['word/document.xml']!).toString()).toContain(handOutWords.blanks.number);
  });
});
