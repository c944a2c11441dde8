import type { Area } from './model/area';
import type { SheetModel } from './model/sheet';
import type { WorkbookModel } from './model/workbook';
import type { Surface } from './types/surface';
import { HostError, refuse } from './wire';

/** What the types of objects need around them. */
export interface World {
  readonly book: WorkbookModel;
  readonly surface: Surface;
  /** Tracked objects by their reference id. */
  readonly references: Map<string, HostNode>;
  /** Whether the host has a member: "Worksheet.autoFilter". */
  allows(member: string): boolean;
  /** Tells the add-in of an event, if it listens. */
  emit(event: HostEvent): void;
  /** Registers or forgets a listener for events. */
  listen(type: number, target: string, on: boolean): void;
}

export interface HostEvent {
  /** Message type of the wire protocol: 10 changed, 11 activated, 12 deactivated, 13 added, 15 deleted. */
  readonly type: number;
  readonly targets: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}

/**
 * One class of Excel's object model as the host implements it. Member names are those of the wire (Values, GetRange);
 * whatever is not listed answers ApiNotFound.
 */
export interface TypeSpec<S> {
  /** The class as the requirement sets name it. */
  readonly name: string;
  /** Refuses an object that is no more, for example of a deleted sheet. */
  readonly alive?: (self: S) => boolean;
  readonly read?: Readonly<Record<string, (self: S, world: World) => unknown>>;
  readonly write?: Readonly<Record<string, (self: S, value: unknown, world: World) => void>>;
  readonly child?: Readonly<Record<string, (self: S, world: World) => HostNode | null>>;
  /** A method answers an object, null (a null object) or a plain value. */
  readonly call?: Readonly<Record<string, (self: S, args: Arguments, world: World) => unknown>>;
  /** Present for collections. */
  readonly items?: (self: S, world: World) => readonly HostNode[];
  /** Properties that every answer carries, so that the client can find the object again. */
  readonly identity?: readonly string[];
}

/** An object that a request refers to. */
export class HostNode {
  private constructor(
    readonly spec: TypeSpec<unknown>,
    readonly self: unknown,
  ) {}

  static of<S>(spec: TypeSpec<S>, self: S): HostNode {
    // The pair belongs together; from here on nobody looks at the type of self.
    return new HostNode(spec as unknown as TypeSpec<unknown>, self);
  }

  get type(): string {
    return this.spec.name;
  }

  is<S>(spec: TypeSpec<S>): this is HostNode & { readonly self: S } {
    return (this.spec as unknown) === spec;
  }
}

/** The arguments of a call; objects among them are resolved. */
export class Arguments {
  constructor(readonly values: readonly unknown[]) {}

  has(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }

  text(index: number): string {
    const value = this.values[index];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : refuse('InvalidArgument');
  }

  number(index: number, otherwise?: number): number {
    const value = this.values[index] ?? otherwise;
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse('InvalidArgument');
  }

  flag(index: number): boolean {
    return this.values[index] === true;
  }

  node<S>(index: number, spec: TypeSpec<S>): S | undefined {
    const value = this.values[index];
    return value instanceof HostNode && value.is(spec) ? value.self : undefined;
  }
}

/** A range: one rectangle on one sheet. */
export interface RangeSelf {
  readonly sheet: SheetModel;
  readonly area: Area;
  /** Set once the client tracks the object. */
  referenceId?: string;
}

export function camel(wireName: string): string {
  return wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Methods every collection has: GetCount, GetItemAt, and by key GetItem and GetItemOrNullObject. */
export function byKey<S>(
  find: (self: S, key: string, world: World) => HostNode | undefined,
): Record<string, (self: S, args: Arguments, world: World) => HostNode | null> {
  return {
    GetItem: (self, args, world) => {
      const found = find(self, args.text(0), world);
      if (!found) throw new HostError('ItemNotFound');
      return found;
    },
    GetItemOrNullObject: (self, args, world) => find(self, args.text(0), world) ?? null,
  };
}

export function byIndex<S>(
  items: (self: S, world: World) => readonly HostNode[],
): Record<string, (self: S, args: Arguments, world: World) => unknown> {
  return {
    GetCount: (self, _args, world) => items(self, world).length,
    GetItemAt: (self, args, world) => items(self, world)[args.number(0)] ?? refuse('InvalidArgument'),
  };
}

/** Getters and setters over a map, for classes that only keep what they are told. */
export function stored<S>(
  mapOf: (self: S) => Map<string, unknown>,
  defaults: Readonly<Record<string, unknown>>,
): Pick<TypeSpec<S>, 'read' | 'write'> & {
  readonly read: Record<string, (self: S) => unknown>;
  readonly write: Record<string, (self: S, value: unknown) => void>;
} {
  const read: Record<string, (self: S) => unknown> = {};
  const write: Record<string, (self: S, value: unknown) => void> = {};
  for (const [name, value] of Object.entries(defaults)) {
    read[name] = (self) => mapOf(self).get(name) ?? value;
    write[name] = (self, next) => void mapOf(self).set(name, next);
  }
  return { read, write };
}
