import { z } from 'zod';
import { readDate } from '../table/date-cell';

/** Building blocks of the pack format that measures and rules share. */

export const text = z.string().trim().min(1);

/** Names that every JavaScript object answers to (constructor, toString …): looked up as keys they would seem to be declared. */
const isTaken = (name: string): boolean => Reflect.has(Object.prototype, name);

/** A key of the pack: letters, digits, underscore, Chinese and the marks that clause keys use ("二（五）5·警示"). */
export const key = z
  .string()
  .regex(/^[^\s.,:#'"]+$/u, '键名不能含空白和 . , : # 引号')
  .refine((name) => !isTaken(name), '该键名是程序保留字，请换一个');

/** A column of a table other than the main one is written table.column. */
export const reference = z
  .string()
  .regex(/^[^\s.,:#'"]+(\.[^\s.,:#'"]+)?$/u, '应写作“列”或“表.列”')
  .refine((name) => !name.split('.').some(isTaken), '该名称是程序保留字，请换一个');

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 YYYY-MM-DD')
  .refine((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day) || readDate(day, 'General') === day, '没有这一天，请核对年月日');

/** Id of an item in the catalogue of policy items, such as SD-RNK-02. */
export const catalogueId = z.string().regex(/^[A-Z]{2}-[A-Z]{3}-\d{2,3}$/);

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item.transform((value) => [value]), z.array(item).min(1)]);

export const clauseRefs = oneOrMore(key);
export const decidedRefs = oneOrMore(z.string().regex(/^[A-Z][A-Z0-9-]*$/));

/** Rows that count: column → the value or values it must have; several columns must all hold. */
export const filterSchema = z.record(reference, z.union([text.transform((value) => [value]), z.array(text).min(1)]));
export type Filter = z.output<typeof filterSchema>;

/** A number that stands elsewhere: the user's parameter, a column that gives each row its own, a number for each value of a list. */
export const limitReferenceSchema = z.union([
  z.strictObject({ parameter: key }),
  z.strictObject({ column: reference }),
  z.strictObject({ column: reference, values: z.record(text, z.number()) }),
  z.strictObject({ measure: reference }),
  /** A fraction that the document writes as such: [1, 3] is one third, exactly. */
  z.strictObject({ fraction: z.tuple([z.int(), z.int().positive()]) }),
]);
export type LimitReference = z.output<typeof limitReferenceSchema>;

/** A limit: the document's number, or one that stands elsewhere. */
export const limitSchema = z.union([z.number(), ...limitReferenceSchema.options]);
export type Limit = z.output<typeof limitSchema>;

/** Edges are words, compared exactly; one of them, or two that make a range, or `equals`. */
export const edgeFields = {
  over: limitSchema.optional(),
  at_least: limitSchema.optional(),
  under: limitSchema.optional(),
  at_most: limitSchema.optional(),
  equals: limitSchema.optional(),
};

/** A number of the pack, or the user's parameter. */
export const countSchema = z.union([z.int().positive(), z.strictObject({ parameter: key })]);
export type Count = z.output<typeof countSchema>;

/** How many stand at an end of a list: a number, or a share of all who take part, with a least number. */
export const endSchema = z.union([
  countSchema,
  z.strictObject({
    percent: z.union([z.number().gt(0).max(100), z.strictObject({ parameter: key })]),
    at_least: z.int().nonnegative().default(1),
    round: z.enum(['down', 'up', 'nearest']).default('down'),
  }),
]);
export type End = z.output<typeof endSchema>;

/** A measure, or the one that the user picks by a parameter: choice → measure. */
export const measureRef = z.union([reference, z.strictObject({ parameter: key, choices: z.record(text, reference) })]);
export type MeasureRef = z.output<typeof measureRef>;
