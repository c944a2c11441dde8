import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOOR } from '../../../src/hosts/excel/requirements';
import { atLeast } from '../../excel-host/requirement-sets';
import { officeMembers, type Use } from './office-members';

const root = join(__dirname, '../../..');
const GOLDEN = join(__dirname, 'golden/requirements.md');

/** What every Excel has that shows the add-in at all: the manifest asks for the floor, and what has that has these too. */
const GRANTED: ReadonlyMap<string, string> = new Map([
  ['ExcelApi', FLOOR],
  ['DialogApi', '1.2'],
  ['CustomXmlParts', '1.1'],
]);

const granted = ({ set }: Use): boolean => set === undefined || (GRANTED.has(set.name) && atLeast(GRANTED.get(set.name)!, set.version));

let uses: readonly Use[] = [];
beforeAll(() => {
  uses = officeMembers(root, ['src/hosts/excel', 'src/taskpane', 'src/commands', 'src/notice']);
});

/** One line a member: its set, and what guards it where it is above the floor. */
function table(): string {
  const members = new Map<string, Use[]>();
  for (const use of uses) members.set(use.member, [...(members.get(use.member) ?? []), use]);
  const rows = [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, all]) => {
      const [first] = all;
      const guards = first && !granted(first) ? [...new Set(all.flatMap((use) => use.guards))].map((guard) => `\`${guard}\``) : [];
      return `| ${member} | ${first?.set ? `${first.set.name} ${first.set.version}` : '–'} | ${guards.join('<br>') || '–'} |`;
    });
  return `# What the add-in uses of Office.js

Found by the type checker; the requirement sets are those of @types/office-js (– where it names none). The floor is ExcelApi ${FLOOR}.

| member | requirement set | guard |
|---|---|---|
${rows.join('\n')}
`;
}

it('every member above the floor is used behind a guard only', () => {
  expect(uses.length).toBeGreaterThan(200);
  const naked = uses.filter((use) => !granted(use) && use.guards.length === 0);
  expect(naked.map(({ member, set, file, line }) => `${member} (${set!.name} ${set!.version}), ${file}:${line}`)).toEqual([]);
});

it('the table of members is the one that was read', () => {
  expect(table()).toBe(readFileSync(GOLDEN, 'utf8'));
});

it('finds what it looks for: an access, a destructured property, a key to be loaded, a guard in the caller', () => {
  const of = (member: string): Use[] => uses.filter((use) => use.member === member);
  expect(of('Worksheet.notes')[0]).toMatchObject({ set: { name: 'ExcelApi', version: '1.18' }, guards: ["notesAre() !== 'there'"] });
  expect(of('Office.Addin.showAsTaskpane')[0]).toMatchObject({ set: { name: 'SharedRuntime' }, guards: ['sharesRuntime()'] });
  expect(of('Workbook.readOnly').length).toBeGreaterThan(0);
  expect(of('Worksheet.standardWidth').length).toBeGreaterThan(0);
});
