import { HostNode } from '../node';
import type { TypeSpec, World } from '../node';

type Several = readonly HostNode[];

/** One object that stands for several of the same class: writes go to each, reads give what all share, else null. */
export function every(nodes: Several): HostNode | null {
  const [first] = nodes;
  if (!first) return null;
  const { spec } = first;
  const over = <M, R>(members: Readonly<Record<string, M>> | undefined, turn: (member: M) => R): Record<string, R> =>
    Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [name, turn(member)]));
  const type: TypeSpec<Several> = {
    name: spec.name,
    read: over(spec.read, (get) => (self: Several, world: World) => {
      const [value, ...others] = self.map((node) => get(node.self, world));
      return others.every((other) => other === value) ? value : null;
    }),
    write: over(spec.write, (set) => (self: Several, value: unknown, world: World) => self.forEach((node) => set(node.self, value, world))),
    child: over(
      spec.child,
      (get) => (self: Several, world: World) => every(self.map((node) => get(node.self, world)).filter((node) => node !== null)),
    ),
    call: over(spec.call, (call) => (self: Several, args, world) => {
      const answers = self.map((node) => call(node.self, args, world));
      return answers.every((answer) => answer instanceof HostNode) ? every(answers) : null;
    }),
  };
  return HostNode.of(type, nodes);
}
