import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from './documents';

const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

describe('the workflow of a public forge', () => {
  const workflow = read('.github/workflows/ci.yml');

  it('runs .ci/run, with the packages that it asks for already there', () => {
    const needed = /^needed=\((.*)\)$/m.exec(read('.ci/run'))?.[1];
    expect(workflow).toContain(`apt-get install -y --no-install-recommends ${needed}\n`);
    expect(workflow).toMatch(/- run: \.ci\/run\n/);
  });

  it('uses the Node version of package.json, may only read, and knows no secrets', () => {
    const steps = z.object({
      permissions: z.strictObject({ contents: z.literal('read') }),
      jobs: z.object({ test: z.object({ steps: z.array(z.object({ with: z.object({ 'node-version': z.number() }).optional() })) }) }),
    });
    const versions = steps.parse(parse(workflow)).jobs.test.steps.flatMap((step) => step.with?.['node-version'] ?? []);
    const engines = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(read('package.json')));
    expect(versions.map((version) => `>=${version}`)).toEqual([engines.engines.node]);
    expect(workflow).not.toContain('secrets.');
  });
});

/** The parts of an issue form that we use, as GitHub describes them. */
const label = z.string().min(1);
const required = z.strictObject({ required: z.boolean() }).optional();
const field = { id: z.string().regex(/^[a-z]+$/), validations: required };
const text = z.strictObject({ label, description: label.optional(), placeholder: label.optional(), render: z.literal('text').optional() });
const form = z.strictObject({
  name: label,
  description: label,
  labels: z.array(label),
  body: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: label }) }),
      z.strictObject({ type: z.literal('dropdown'), ...field, attributes: z.strictObject({ label, options: z.array(label).min(2) }) }),
      z.strictObject({ type: z.enum(['input', 'textarea']), ...field, attributes: text }),
    ]),
  ),
});

describe('forms for issues', () => {
  const files = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');

  it.each(files)('%s is a form whose fields have names of their own', (file) => {
    const { body } = form.parse(parse(read('.github/ISSUE_TEMPLATE', file)));
    const ids = body.flatMap((one) => ('id' in one ? [one.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ask officials in Chinese: a wrong result, a workbook that is not read, a suggestion', () => {
    const names = files.map((file) => form.parse(parse(read('.github/ISSUE_TEMPLATE', file))).name);
    expect(names).toEqual(expect.arrayContaining(['结果不对', '读不了我的表', '建议']));
  });
});
