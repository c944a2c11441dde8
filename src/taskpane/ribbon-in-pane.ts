import type { App } from '../app/mount';
import type { Session } from '../app/session';
import type { RibbonName } from '../commands/ribbon-names';

/** Whether the ribbon's buttons and the pane are one page: then they share what is known and under way. Older Excel opens a page for each. */
export const sharesRuntime = (): boolean => Office.context.requirements.isSetSupported('SharedRuntime', '1.1');

const DO: Readonly<Record<RibbonName, (session: Session) => Promise<void>>> = {
  scoreWorkbook: (session) => session.score(),
  checkWorkbook: (session) => session.check(),
  clearResults: (session) => session.clear(),
};

/** A button of the ribbon does what the pane's own does. What has to be said stands in the pane, which is opened for it. */
export async function pressInPane(name: RibbonName, { session, opened }: App): Promise<void> {
  await opened;
  await DO[name](session);
  const { notices, asking } = session.state;
  const said = name === 'checkWorkbook' || asking !== undefined || notices.some(({ tone }) => tone === 'warning' || tone === 'error');
  if (said) await Office.addin.showAsTaskpane();
}

/** As manifest.xml calls them. */
const TAB = 'TabData';
const GROUP = 'ZoneAssessor.Group';
const CONTROLS = { score: 'ZoneAssessor.Score', check: 'ZoneAssessor.Check', clear: 'ZoneAssessor.Clear' };

/** Buttons that can do nothing are grey: all while work is under way, 清除结果 where there is no result. */
export function ribbonFollows(session: Session): void {
  if (!Office.context.requirements.isSetSupported('RibbonApi', '1.1')) return;
  let shown = '';
  const update = (): void => {
    const { work, owned, phase } = session.state;
    const free = work === undefined && phase !== 'opening';
    const enabled = { score: free, check: free, clear: free && owned.length > 0 };
    const next = JSON.stringify(enabled);
    if (next === shown) return;
    shown = next;
    const controls = (Object.keys(CONTROLS) as (keyof typeof CONTROLS)[]).map((key) => ({ id: CONTROLS[key], enabled: enabled[key] }));
    // An Excel that refuses leaves all buttons as they are; they work all the same.
    Office.ribbon.requestUpdate({ tabs: [{ id: TAB, groups: [{ id: GROUP, controls }] }] }).catch(() => (shown = ''));
  };
  session.subscribe(update);
  update();
}
