import { cellName } from '../../../src/core/cell';
import { HostNode, type Arguments, type TypeSpec, type World } from '../../excel-host/node';
import type { RangeSelf } from '../../excel-host/node';
import { rangeFormatType } from '../../excel-host/types/range-format';
import { rangeAreasType, type RangeAreasSelf } from '../../excel-host/types/range-areas';
import { rangeNode, rangeType } from '../../excel-host/types/range';
import { keyColumn, keyRow, type Area } from '../../excel-host/model/area';
import { worksheetType } from '../../excel-host/types/worksheet';
import type { SheetModel } from '../../excel-host/model/sheet';
import { HostError } from '../../excel-host/wire';

/** What the host lacks of what the port uses; each part steps back as soon as the host has it. */

type Members<F> = Record<string, F>;
const added = <F>(spec: object, part: 'read' | 'write' | 'child' | 'call', members: Members<F>): void => {
  const target = spec as Record<string, Members<F> | undefined>;
  const all = (target[part] ??= {});
  for (const [name, member] of Object.entries(members)) all[name] ??= member;
};

/** An object that does to all of several what is done to it. */
function fan(nodes: readonly HostNode[]): HostNode {
  const [first] = nodes;
  if (!first) throw new HostError('InvalidArgument');
  const { spec } = first;
  const over = <M>(members: Readonly<Record<string, M>> | undefined, act: (member: M) => unknown): Record<string, never> =>
    Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [name, act(member)])) as Record<string, never>;
  const type: TypeSpec<readonly HostNode[]> = {
    name: spec.name,
    write: over(spec.write, (set) => (self: readonly HostNode[], value: unknown, world: World) => self.forEach((node) => set(node.self, value, world))),
    child: over(spec.child, (get) => (self: readonly HostNode[], world: World) => fan(self.map((node) => get(node.self, world)!))),
    call: over(spec.call, (call) => (self: readonly HostNode[], args: Arguments, world: World) => {
      const answers = self.map((node) => call(node.self, args, world));
      return answers.every((answer): answer is HostNode => answer instanceof HostNode) ? fan(answers) : answers[0];
    }),
  };
  return HostNode.of(type, nodes);
}

/** R[1]C[-1] seen from a cell, in A1 notation. */
export function toA1(formula: string, row: number, column: number): string {
  const place = (text: string | undefined, from: number): { at: number; fixed: boolean } => {
    if (text === undefined || text === '') return { at: from, fixed: false };
    return text.startsWith('[') ? { at: from + Number(text.slice(1, -1)), fixed: false } : { at: Number(text) - 1, fixed: true };
  };
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!?|(?<![\p{L}\p{N}_.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\p{L}\p{N}_.(])/gu, (token: string, r: string | undefined, c: string | undefined) => {
    if (/^["']/.test(token)) return token;
    const to = place(r, row);
    const over = place(c, column);
    const match = /^([A-Z]+)(\d+)$/.exec(cellName(to.at, over.at))!;
    return `${over.fixed ? '$' : ''}${match[1]}${to.fixed ? '$' : ''}${match[2]}`;
  });
}

interface Note {
  readonly cell: string;
  readonly content: string;
}

const notesOf = new WeakMap<SheetModel, Note[]>();
export const notesOn = (sheet: SheetModel): readonly Note[] => notesOf.get(sheet) ?? [];
const noteType: TypeSpec<Note> = { name: 'Note' };
const notesType: TypeSpec<SheetModel> = {
  name: 'NoteCollection',
  call: {
    Add: (sheet, args) => {
      const note = { cell: args.text(0), content: args.text(1) };
      notesOf.set(sheet, [...notesOn(sheet), note]);
      return HostNode.of(noteType, note);
    },
  },
};

/** The cells in use within a range: the host answers with all between the sheet's first and last cell in use. */
function usedWithin({ sheet, area }: RangeSelf): HostNode | null {
  let found: Area | undefined;
  for (const key of sheet.cells.keys()) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    found = found
      ? { top: Math.min(found.top, row), left: Math.min(found.left, column), bottom: Math.max(found.bottom, row), right: Math.max(found.right, column) }
      : { top: row, left: column, bottom: row, right: column };
  }
  return found ? rangeNode(sheet, found) : null;
}

export function addToHost(): void {
  Object.assign(rangeType.call ?? {}, { GetUsedRangeOrNullObject: usedWithin });
  added(rangeAreasType, 'child', { Format: (self: RangeAreasSelf) => fan(self.areas.map((area) => HostNode.of(rangeFormatType, { sheet: self.sheet, area }))) });
  added(rangeType, 'write', {
    FormulasR1C1: ({ sheet, area }: RangeSelf, value: unknown) => {
      if (typeof value !== 'string') throw new HostError('InvalidArgument');
      for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) sheet.enter(row, column, toA1(value, row, column));
    },
  });
  // The one property whose name on the wire differs from its name in JavaScript.
  added(worksheetType, 'write', { Gridlines: (sheet: SheetModel, value: unknown) => void (sheet.showGridlines = value === true) });
  added(worksheetType, 'child', { Notes: (sheet: SheetModel) => HostNode.of(notesType, sheet) });
}

