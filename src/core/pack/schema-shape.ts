import { z } from 'zod';
import { packSchema } from './schema';

/** The parts of JSON Schema that the pack format comes to. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly required?: readonly string[];
}

/** JSON Schema of the pack format, for editors. */
export const packJsonSchema = (): unknown => z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What may stand at a place of a pack, seen from what does stand there: of parts that are told apart by `kind` or `method`, the one that is meant. */
export class PackShape {
  private readonly root = packJsonSchema() as Shape;

  /** Keys that may be written at the place. */
  keys(data: unknown, path: readonly PropertyKey[]): string[] {
    return this.at(data, path).flatMap(({ properties = {} }) => Object.keys(properties));
  }

  /** Words that may be written at the place, where there are only some. */
  words(data: unknown, path: readonly PropertyKey[]): string[] {
    return this.at(data, path)
      .flatMap((shape) => ('const' in shape ? [shape.const] : (shape.enum ?? [])))
      .map(String);
  }

  /** Kinds of what may be written at the place: "number", or the keys that an object needs. */
  kinds(data: unknown, path: readonly PropertyKey[]): (string | readonly string[])[] {
    return this.at(data, path)
      .map(({ type, required = [] }) => (type === 'object' && required.length > 0 ? required : type))
      .filter((kind) => kind !== undefined);
  }

  private at(data: unknown, path: readonly PropertyKey[]): Shape[] {
    let shapes = this.meant([this.root], data);
    let inner = data;
    for (const step of path) {
      inner = isObject(inner) && Object.hasOwn(inner, step) ? inner[step as string] : undefined;
      shapes = this.meant(
        shapes.flatMap((shape) => below(shape, step)),
        inner,
      );
    }
    return shapes;
  }

  /** Unions and references resolved. */
  private meant(shapes: readonly Shape[], data: unknown): Shape[] {
    const all = shapes.flatMap((shape): Shape[] => {
      if (shape.$ref !== undefined) return this.meant([this.root.$defs?.[shape.$ref.split('/').at(-1) ?? ''] ?? {}], data);
      const parts = shape.anyOf ?? shape.oneOf;
      return parts ? this.meant(parts, data) : [shape];
    });
    const fitting = all.filter((shape) => isMeant(shape, data));
    return fitting.length > 0 ? fitting : all;
  }
}

/** Whether some keys are those of the shape, and so are the words that tell one part from another. */
const isMeant = ({ properties = {} }: Shape, data: unknown): boolean =>
  !isObject(data) ||
  ((Object.keys(data).length === 0 ||
    Object.keys(properties).length === 0 ||
    Object.keys(data).some((key) => Object.hasOwn(properties, key))) &&
    Object.entries(properties).every(([key, shape]) => !('const' in shape) || !Object.hasOwn(data, key) || data[key] === shape.const));

function below({ properties = {}, additionalProperties, items, prefixItems }: Shape, step: PropertyKey): Shape[] {
  if (typeof step === 'number') return [prefixItems?.[step] ?? items].filter((shape) => shape !== undefined);
  const key = String(step);
  if (Object.hasOwn(properties, key)) return [properties[key]!];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}
