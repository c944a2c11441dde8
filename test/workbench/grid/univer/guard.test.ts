import { CanceledError, CommandType, type ICommandInfo, type ICommandService } from '@univerjs/core';
import type { Refusal } from '../../../../src/workbench/grid/grid-view';
import { asShare, Guard, type Options } from '../../../../src/workbench/grid/univer/guard';

type Listener = (info: ICommandInfo, options?: Options) => void;

/** A guard, and what Univer would ask it before each command. */
function guarded(rules: { locked?: boolean; calculates?: boolean } = {}): {
  guard: Guard;
  asks: Listener;
  refused: Refusal[];
  pasted: string[];
} {
  const listeners: Listener[] = [];
  const refused: Refusal[] = [];
  const pasted: string[] = [];
  const commands = { beforeCommandExecuted: (listener: Listener) => listeners.push(listener) } as unknown as ICommandService;
  const guard = new Guard(commands, {
    locked: () => (rules.locked ? { kind: 'protected', sheet: '表' } : undefined),
    current: () => ({ sheetId: 's', row: 0, column: 0 }),
    calculates: () => rules.calculates ?? true,
    refuse: (refusal) => refused.push(refusal),
    paste: (html, text) => pasted.push(html, text),
  });
  return { guard, asks: (info, options) => listeners.forEach((listener) => listener(info, options)), refused, pasted };
}

const command = (id: string, params: object = {}): ICommandInfo => ({ id, type: CommandType.COMMAND, params });
const mutation = (id: string, params: object = {}): ICommandInfo => ({ id, type: CommandType.MUTATION, params });
const typed = (cell: object, trigger = 'sheet.command.set-range-values') => ({
  unitId: 'u',
  subUnitId: 's',
  trigger,
  cellValue: { 0: { 0: cell } },
});

describe('commands', () => {
  test.each([
    'sheet.command.set-range-values',
    'sheet.command.clear-selection-content',
    'sheet.command.copy-down',
    'sheet.command.set-worksheet-col-width',
    'univer.command.undo',
    'doc.command.insert-text',
  ])('%s is let through', (id) => {
    expect(() => guarded().asks(command(id))).not.toThrow();
  });

  test.each([
    'sheet.command.insert-row',
    'sheet.command.remove-sheet',
    'sheet.command.add-worksheet-merge',
    'sheet.command.set-bold',
    'sheet.command.move-range',
    'sheet.command.add-range-protection',
  ])('%s is stopped, with a word', (id) => {
    const { asks, refused } = guarded();
    expect(() => asks(command(id))).toThrow(CanceledError);
    expect(refused).toEqual([{ kind: 'structure' }]);
  });

  test('cutting is stopped, with a word of its own', () => {
    const { asks, refused } = guarded();
    expect(() => asks(command('univer.command.cut'))).toThrow(CanceledError);
    expect(refused).toEqual([{ kind: 'cut' }]);
  });

  test('a change of structure that no command announced is stopped too', () => {
    expect(() => guarded().asks(mutation('sheet.mutation.insert-row'))).toThrow(CanceledError);
  });

  test('our own changes pass, and only while they are made', () => {
    const { guard, asks } = guarded();
    guard.through(() => expect(() => asks(mutation('sheet.mutation.remove-sheet'))).not.toThrow());
    expect(() =>
      guard.through(() => {
        throw new Error('x');
      }),
    ).toThrow('x');
    expect(() => asks(mutation('sheet.mutation.remove-sheet'))).toThrow(CanceledError);
  });
});

describe('contents', () => {
  test('fonts and colours that come along are left behind, a number format stays', () => {
    const { asks } = guarded();
    const plain = { v: 1, s: { bl: 1, bg: { rgb: '#f00' } }, custom: {} };
    const date = { v: 45473, s: { bl: 1, n: { pattern: 'yyyy-mm-dd' } } };
    asks(mutation('sheet.mutation.set-range-values', typed(plain)));
    asks(mutation('sheet.mutation.set-range-values', typed(date)));
    expect(plain).toEqual({ v: 1 });
    expect(date).toEqual({ v: 45473, s: { n: { pattern: 'yyyy-mm-dd' } } });
  });

  test('what begins like a formula and is none is refused', () => {
    const { asks, refused } = guarded();
    expect(() => asks(mutation('sheet.mutation.set-range-values', typed({ f: '=1+' })))).toThrow(CanceledError);
    expect(() => asks(mutation('sheet.mutation.set-range-values', typed({ f: '=1+A1' })))).not.toThrow();
    expect(refused).toEqual([{ kind: 'formula', text: '=1+' }]);
  });

  test('a formula that would fetch something is refused', () => {
    const { asks, refused } = guarded();
    expect(() => asks(mutation('sheet.mutation.set-range-values', typed({ f: '=IMAGE(A1)' })))).toThrow(CanceledError);
    expect(refused).toEqual([{ kind: 'fetch' }]);
  });

  test('a result comes without a number format of its own', () => {
    const cell = { v: 0.5, s: { n: { pattern: '0%' } } };
    guarded().asks(mutation('sheet.mutation.set-range-values', typed(cell)), { fromFormula: true });
    expect(cell).toEqual({ v: 0.5 });
  });

  test('undoing gives a style back', () => {
    const cell = { v: 1, s: '0.s3' };
    guarded().asks(mutation('sheet.mutation.set-range-values', typed(cell, 'univer.command.undo')));
    expect(cell.s).toBe('0.s3');
  });

  test('a locked cell refuses typing, and to be opened for it', () => {
    const { asks, refused } = guarded({ locked: true });
    expect(() => asks(mutation('sheet.mutation.set-range-values', typed({ v: 1 })))).toThrow(CanceledError);
    expect(() => asks({ id: 'sheet.operation.set-cell-edit-visible', type: CommandType.OPERATION, params: { visible: true } })).toThrow(
      CanceledError,
    );
    expect(() =>
      asks({ id: 'sheet.operation.set-cell-edit-visible', type: CommandType.OPERATION, params: { visible: false } }),
    ).not.toThrow();
    expect(refused).toHaveLength(2);
  });

  test('results of formulas reach locked cells', () => {
    expect(() =>
      guarded({ locked: true }).asks(mutation('sheet.mutation.set-range-values', typed({ v: 1 })), { fromFormula: true }),
    ).not.toThrow();
  });

  test('nothing is calculated where cells are missing', () => {
    expect(() => guarded({ calculates: false }).asks(mutation('formula.mutation.set-formula-calculation-start'))).toThrow(CanceledError);
    expect(() => guarded().asks(mutation('formula.mutation.set-formula-calculation-start'))).not.toThrow();
  });

  test('pasting is done in our own way', () => {
    const { asks, pasted } = guarded();
    expect(() => asks(command('sheet.command.paste-by-short-key', { htmlContent: '<p>', textContent: 'x' }))).toThrow(CanceledError);
    expect(pasted).toEqual(['<p>', 'x']);
  });
});

describe('a number typed into a cell that shows shares', () => {
  test.each<[unknown, string, unknown]>([
    [12, '0.00%', 0.12],
    ['12', '0%', 0.12],
    [7, '0%', 0.07],
    [1, '0%', 0.01],
    [0.999, '0%', 0.999],
    [-5, '0%', -0.05],
    [1e21, '0%', 1e19],
    [12, '0.00', 12],
    [12, '0.00"%"', 12],
    [12, '0\\%', 12],
    ['十二', '0%', '十二'],
    ['', '0%', ''],
    [null, '0%', null],
  ])('%p in %s is %p', (value, pattern, share) => expect(asShare(value as number, pattern, String(value))).toBe(share));

  test.each(['100%', '150 %', '250％'])('%s with its sign is right already', (typed) => {
    const value = Number.parseInt(typed, 10) / 100;
    expect(asShare(value, '0%', typed)).toBe(value);
  });
});
