import { Arguments, HostNode, camel, pascal } from './node';
import type { World } from './node';
import { rangeType } from './types/range';
import { rangeAreasType } from './types/range-areas';
import { appRuntimeType, ribbonType } from './types/surface';
import { internalServiceType, workbookType } from './types/workbook';
import { ActionType, HostError, PathType, isRecord } from './wire';
import type { ArgumentInfo, QueryInfo, WireAction, WirePath, WireRequest, WireResponse, WireResult } from './wire';

/** Thrown into the middle of a batch by fault injection. */
export interface Fault {
  readonly atAction: number;
  readonly code: string;
  readonly message?: string;
}

/** Carries out one request. Actions before a failing one stay carried out, as in Excel. */
export function execute(request: WireRequest, world: World, fault?: Fault): WireResponse {
  const batch = new Batch(request, world);
  const results: WireResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (fault && index >= fault.atAction) throw new HostError(fault.code, '', fault.message);
      if (action.ActionType === ActionType.trace) {
        traces.push(action.Id);
        // The client arms an event handler when the result of its trace arrives.
        results.push({ ActionId: action.Id, Value: null });
      } else results.push({ ActionId: action.Id, Value: batch.carryOut(action) ?? null });
    } catch (error) {
      const refusal =
        error instanceof HostError
          ? error
          : new HostError(
              'GeneralException',
              '',
              `the test host failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
      return {
        Error: {
          Code: refusal.code,
          Message: refusal.message,
          Location: refusal.location || batch.location,
          ActionIndex: index,
          HttpStatusCode: refusal.code === 'ItemNotFound' ? 404 : 400,
        },
        ProcessedResults: { Results: results },
        TraceIds: traces,
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

class Batch {
  /** What is being done, in the client's words, for the error that may come of it. */
  location = '';
  private readonly resolved = new Map<number, HostNode | null>();

  constructor(
    private readonly request: WireRequest,
    private readonly world: World,
  ) {}

  carryOut(action: WireAction): unknown {
    const node = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return node ? this.identity(node) : null;
      case ActionType.query:
        return node ? this.query(node, action.QueryInfo ?? {}) : null;
      case ActionType.method: {
        // A method of a null object does nothing: getItemOrNullObject("x").delete() is common practice.
        if (!node) return null;
        const answer = this.call(node, action.Name, action.ArgumentInfo);
        return answer instanceof HostNode ? this.identity(answer) : answer;
      }
      case ActionType.setProperty:
        if (node) this.assign(node, action.Name, this.arguments(action.ArgumentInfo)[0]);
        return null;
      default:
        throw new HostError('NotImplemented', `action type ${action.ActionType}`);
    }
  }

  private resolve(id: number): HostNode | null {
    const known = this.resolved.get(id);
    if (known !== undefined) {
      if (known) this.checkAlive(known);
      return known;
    }
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new HostError('InvalidArgument', `object path ${id}`);
    const node = this.follow(path);
    this.resolved.set(id, node);
    if (node) this.checkAlive(node);
    return node;
  }

  private follow(path: WirePath): HostNode | null {
    switch (path.ObjectPathType) {
      case PathType.global:
        return HostNode.of(workbookType, this.world.book);
      case PathType.nullObject:
        return null;
      case PathType.reference: {
        const kept = this.world.references.get(path.Name);
        if (!kept) throw new HostError('InvalidReference', path.Name);
        return kept;
      }
      case PathType.newObject:
        if (/AddinInternalService$/.test(path.Name)) return HostNode.of(internalServiceType, null);
        if (/AppRuntimeService$/.test(path.Name)) return HostNode.of(appRuntimeType, this.world.surface);
        if (/DynamicRibbon$/.test(path.Name)) return HostNode.of(ribbonType, this.world.surface);
        throw new HostError('ApiNotFound', path.Name);
    }
    const parent = path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    // Objects of a null object are null objects.
    if (!parent) return null;
    if (path.ObjectPathType === PathType.property) return this.child(parent, path.Name);
    const answer = this.call(parent, path.ObjectPathType === PathType.indexer ? 'GetItem' : path.Name, path.ArgumentInfo);
    if (answer === null || answer instanceof HostNode) return answer;
    throw new HostError('GeneralException', this.location, `${this.location} gave no object`);
  }

  private checkAlive(node: HostNode): void {
    if (node.spec.alive && !node.spec.alive(node.self)) throw new HostError('ItemNotFound', this.location || node.type);
  }

  private member(node: HostNode, name: string): void {
    this.location = `${node.type}.${camel(name)}`;
    if (!this.world.allows(this.location)) throw new HostError('ApiNotFound', this.location);
  }

  private child(node: HostNode, name: string): HostNode | null {
    this.member(node, name);
    const get = node.spec.child?.[name];
    if (!get) throw new HostError('ApiNotFound', this.location);
    return get(node.self, this.world);
  }

  private call(node: HostNode, name: string, info: ArgumentInfo | undefined): unknown {
    const args = this.arguments(info);
    this.member(node, name);
    const event = /^_(Register|Unregister)(.+)$/.exec(name);
    const act = node.spec.call?.[name];
    if (act) return act(node.self, new Arguments(args), this.world);
    if (event && node.spec.call?.['_events'])
      return node.spec.call['_events'](node.self, new Arguments([event[1] === 'Register', event[2]]), this.world);
    throw new HostError('ApiNotFound', this.location);
  }

  private assign(node: HostNode, name: string, value: unknown): void {
    this.member(node, name);
    const set = node.spec.write?.[name];
    if (!set) throw new HostError(node.spec.read?.[name] ? 'InvalidOperation' : 'ApiNotFound', this.location);
    set(node.self, value, this.world);
  }

  private arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, info?.ReferencedObjectPathIds?.[index]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference > 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference))
      return value.map((item: unknown, index) => this.argument(item, (reference as unknown[])[index]));
    if (isRecord(value) && typeof value['_ObjectPathId'] === 'number') return this.resolve(value['_ObjectPathId']);
    return value;
  }

  private identity(node: HostNode): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    for (const name of node.spec.identity ?? []) {
      const value = node.spec.read?.[name]?.(node.self, this.world);
      if (value !== undefined) answer[name] = value;
    }
    if ((node.is(rangeType) || node.is(rangeAreasType)) && node.self.referenceId !== undefined)
      answer['_ReferenceId'] = node.self.referenceId;
    return answer;
  }

  private query(node: HostNode, info: QueryInfo): unknown {
    const wanted: Wanted = new Map();
    for (const path of info.Select ?? []) want(wanted, path, false);
    for (const path of info.Expand ?? []) want(wanted, path, true);
    if ((info.Select ?? []).length === 0) wanted.set('*', new Map());
    return this.answer(node, wanted, info);
  }

  private answer(node: HostNode, wanted: Wanted, page: QueryInfo): unknown {
    const answer = this.identity(node);
    const { spec } = node;
    const items = spec.items;
    const forItems: Wanted = new Map();
    for (const [name, inside] of wanted) {
      if (name === '*') {
        for (const key of Object.keys(spec.read ?? {}))
          if (this.world.allows(`${spec.name}.${camel(key)}`)) answer[key] = this.read(node, key);
        if (items) forItems.set('*', inside);
      } else if (name === 'IsNullObject') continue;
      else if (items && (name === 'Items' || name === '_Items'))
        for (const [key, value] of inside.size > 0 ? inside : [['*', new Map()] as const]) forItems.set(key, value);
      else if (spec.read?.[name]) answer[name] = this.read(node, name);
      else if (spec.child?.[name]) {
        const child = this.child(node, name);
        answer[name] = child ? this.answer(child, inside.size > 0 ? inside : new Map([['*', new Map()]]), {}) : null;
      } else if (items) forItems.set(name, inside);
      else {
        this.member(node, name);
        throw new HostError('ApiNotFound', this.location);
      }
    }
    if (items) {
      const skip = page.Skip ?? 0;
      const shown = items(node.self, this.world).slice(skip, page.Top === undefined ? undefined : skip + page.Top);
      answer['_Items'] = shown.map((item) => this.answer(item, forItems, {}));
    }
    return answer;
  }

  private read(node: HostNode, name: string): unknown {
    this.member(node, name);
    this.checkAlive(node);
    return node.spec.read?.[name]?.(node.self, this.world) ?? null;
  }
}

/** The properties asked for, as a tree: "format/fill/color" three levels deep. */
type Wanted = Map<string, Wanted>;

function want(tree: Wanted, path: string, expand: boolean): void {
  let level = tree;
  for (const step of path.split('/')) {
    const name = step.trim() === '*' ? '*' : pascal(step.trim());
    let next = level.get(name);
    if (!next) level.set(name, (next = new Map()));
    level = next;
  }
  if (expand) level.set('*', new Map());
}
