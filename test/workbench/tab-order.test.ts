/** @jest-environment jsdom */
import { keepTabOrder } from '../../src/workbench/tab-order';

const noticed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('nothing comes before its turn: neither what is put in nor what changes later, however deep', async () => {
  document.body.innerHTML = '<button id="before"></button><div id="grid"></div><i id="outside" tabindex="3"></i>';
  const grid = document.getElementById('grid')!;
  keepTabOrder(grid);
  grid.innerHTML = '<canvas tabindex="1"></canvas><div><canvas tabindex="2"></canvas><b tabindex="-1"></b><u tabindex="0"></u></div>';
  await noticed();
  const tabs = (): number[] => [...grid.querySelectorAll<HTMLElement>('[tabindex]')].map(({ tabIndex }) => tabIndex);
  expect(tabs()).toEqual([0, 0, -1, 0]);
  grid.querySelector('u')!.tabIndex = 5;
  await noticed();
  expect(tabs()).toEqual([0, 0, -1, 0]);
  expect(document.getElementById('outside')!.tabIndex).toBe(3);
});
