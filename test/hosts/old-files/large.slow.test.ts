import { asXlsx } from '../../../src/hosts/old-files/as-xlsx';
import { doubling } from '../../doubling';
import * as biff from './biff-builder';
import { xlsOf } from './compound-builder';
import { outcomeOf } from './read-converted';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('refused before memory runs out', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['numbers without end', () => xlsOf(biff.biff8([{ name: 'a', records: manyNumbers(12_000_001) }]), 12), 'too-many-cells'],
    ['more rows than a sheet has', () => text('1\n'.repeat(1_048_577)), 'too-many-cells'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes(), 'a.csv')).toBe(code);
  });
});

describe('a file twice as large takes no more than three times as long', () => {
  const sharedTexts = (count: number): Uint8Array[] => {
    const texts = Array.from({ length: count }, (_, n) => biff.sharedText(`第${n}个开发区的名称`));
    const [first, ...rest] = Array.from({ length: Math.ceil(count / 200) }, (_, n) => biff.joined(texts.slice(200 * n, 200 * n + 200)));
    return [biff.record(0x00fc, biff.u32(count), biff.u32(count), first!), ...rest.map((piece) => biff.continued(piece))];
  };
  test.each<[string, (size: number) => Uint8Array, number]>([
    [
      'texts that all sheets share',
      (size) =>
        xlsOf(
          biff.biff8([{ name: 'a', records: Array.from({ length: size }, (_, row) => biff.shared(row, 0, row)) }], sharedTexts(size)),
          12,
        ),
      16_000,
    ],
    ['merged areas', (size) => xlsOf(biff.biff8([{ name: 'a', records: [biff.number(0, 0, 1), ...mergesOf(size)] }]), 12), 16_000],
    ['numbers out of order', (size) => xlsOf(biff.biff8([{ name: 'a', records: backwards(size) }]), 12), 30_000],
    ['rows of a text', (size) => text('甲,"1,234",2\n'.repeat(size)), 20_000],
    ['a text with quotes in quotes', (size) => text(`"${'""'.repeat(size)}"`), 400_000],
  ])('%s', async (_, make, size) => {
    const ratio = await doubling((of) => {
      const bytes = make(of);
      return () => asXlsx(bytes, 'a');
    }, size);
    expect(ratio).toBeLessThan(3);
  });
});

function manyNumbers(count: number): Uint8Array[] {
  const row = (length: number): Uint8Array => biff.mulRk(0, 0, Array<number>(length).fill(1));
  return [...Array<Uint8Array>(Math.floor(count / 200)).fill(row(200)), row((count % 200) + 1)];
}

function mergesOf(count: number): Uint8Array[] {
  return Array.from({ length: count / 1000 }, (_, n) =>
    biff.merges(...Array.from({ length: 1000 }, (__, k) => [n * 1000 + k, n * 1000 + k, 0, 3] as const)),
  );
}

const backwards = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => biff.number(count - n, 0, n));
