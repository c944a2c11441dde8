import type { Pack } from '../pack/schema';
import { judgeWords as words } from '../words/judge';
import { isDecided, type Finding } from './finding';

/** A subject that a lighter rule would list too, where the user's choice lets it yield to a heavier one. */
export interface Yielded {
  readonly rule: string;
  readonly heavier: string;
  readonly subject: string;
}

/** The heavier findings with a remark on the lists that yielded to them: nobody should have to ask whether these were overlooked. */
export function withYielded(pack: Pack, findings: readonly Finding[], yielded: readonly Yielded[]): readonly Finding[] {
  if (yielded.length === 0) return findings;
  const titles = new Map<string, string[]>();
  for (const { rule, heavier, subject } of yielded) {
    const id = `${heavier}\n${subject}`;
    titles.set(id, [...(titles.get(id) ?? []), pack.rules[rule]?.title ?? rule]);
  }
  return findings.map((finding) => {
    const lighter = isDecided(finding) ? titles.get(`${finding.rule}\n${finding.subject}`) : undefined;
    if (!lighter) return finding;
    const remark = words.note(words.alsoOn(lighter));
    return { ...finding, statement: `${finding.statement}${remark}`, sentence: `${finding.sentence}${remark}` };
  });
}
