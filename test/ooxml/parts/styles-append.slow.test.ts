import { PlanStyles } from '../../../src/hosts/xlsx/styles-append';
import { StyleAppender } from '../../../src/ooxml/parts/styles-append';
import { formats, head } from './style-sheets';

/** The shortest of several tries, in milliseconds that this process has worked. */
function shortest(count: number): number {
  const text = `${head}${formats(count)}</styleSheet>`;
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    const appender = new StyleAppender('xl/styles.xml', text);
    const styles = new PlanStyles(appender);
    for (let size = 8; size < 20; size++)
      styles.xf({ size, bold: true, fill: 'DDEBF7', border: true, numberFormat: `0.${'0'.repeat(size)}` }, false);
    appender.build();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

it('takes no longer than the part grows', () => {
  shortest(1000);
  const [small, middle, large] = [shortest(1000), shortest(10_000), shortest(40_000)] as const;
  expect(middle / small).toBeLessThan(20);
  expect(large / middle).toBeLessThan(8);
}, 300_000);

it('fills the style sheet up to what Excel takes, and refuses one more', () => {
  const appender = new StyleAppender('xl/styles.xml', `${head}${formats(65_480)}</styleSheet>`);
  const styles = new PlanStyles(appender);
  for (let size = 1; size <= 10; size++) expect(styles.xf({ size }, false)).toBe(65_479 + size);
  expect(styles.xf({ size: 10 }, false)).toBe(65_489);
  expect(() => styles.xf({ size: 11 }, false)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'too-many-formats', severity: 'block' })] }),
  );
}, 300_000);
