import { assess, type Assessment, type AssessInput } from '../../src/core/assess';
import { check } from '../../src/core/checked';
import type { SheetGrid } from '../../src/core/grid';
import type { Finding } from '../../src/core/judge/finding';
import { judge, type Judgement } from '../../src/core/judge/judge';
import { handOut } from '../../src/core/hand-out/hand-out';
import { ownParts } from '../../src/core/own-parts';
import { formsOf } from '../../src/core/result-form/forms';
import type { Pack } from '../../src/core/pack/schema';
import { blocks, type Problem } from '../../src/core/problem';
import { rankZones, type RankedZones } from '../../src/core/ranking/rank-zones';
import { packs, units } from './built-in';

const findPack = (id: string): Pack | undefined => packs.find(({ pack }) => pack === id);

export const AS_OF = '2017-03-31';

export function inputOf(pack: Pack, sheets: readonly SheetGrid[], asOf = AS_OF): AssessInput {
  return {
    pack,
    units,
    sheets,
    asOf,
    at: '2017-03-31T08:00:00.000Z',
    fingerprint: 'f00d',
    packOf: findPack,
    own: ownParts,
    forms: formsOf,
    handOut,
  };
}

export const assessed = (pack: Pack, sheets: readonly SheetGrid[], asOf = AS_OF): Assessment => assess(inputOf(pack, sheets, asOf));

export interface Judged {
  readonly findings: readonly Finding[];
  readonly judgement: Judgement;
  readonly ranked: RankedZones;
  readonly problems: readonly Problem[];
  of(rule: string): readonly Finding[];
  /** The one finding of a rule on a subject; undefined where there is none. */
  one(rule: string, subject: string): Finding | undefined;
}

/** The steps up to the findings, with the words that stand beside the colours. A blocking problem is a mistake of the test. */
export function judged(pack: Pack, sheets: readonly SheetGrid[], asOf = AS_OF, year?: number): Judged {
  const checked = check({ ...inputOf(pack, sheets, asOf), year });
  if (blocks(checked.problems))
    throw new Error(
      checked.problems
        .filter(({ severity }) => severity === 'block')
        .map(({ message }) => message)
        .join('\n'),
    );
  const ranked = rankZones(checked.pack, checked.figures, ownParts.gradesOf);
  if (blocks(ranked.problems)) throw new Error(ranked.problems.map(({ message }) => message).join('\n'));
  const judgement = judge(checked.pack, checked.figures, ranked.rankings, checked.day.date, checked.dataYear, ownParts.judges);
  const { findings, problems } = judgement;
  const of = (rule: string): readonly Finding[] => findings.filter((finding) => finding.rule === rule);
  return {
    findings,
    judgement,
    ranked,
    problems: [...checked.problems, ...ranked.problems, ...problems],
    of,
    one(rule, subject) {
      const found = of(rule).filter((finding) => finding.subject === subject);
      if (found.length > 1) throw new Error(`${rule} has ${found.length} findings on ${subject}`);
      return found[0];
    },
  };
}
