import { own } from '../own';
import type { End } from '../pack/parts';
import { meanings } from '../words/own-method';
import { numberOf } from './texts';

const END = /^(前|后|最多)(.+?)(%|名|家|位|个)?$/u;
const LEAST = /^(?:至少|不足1家按)(.+?)家?$/u;

/** How many stand at an end of a list, put together from its parts: 后5%；至少1家；尾数舍去. */
export class EndParts {
  end: { readonly side: '前' | '后' | '最多'; readonly count: number; readonly isPercent: boolean } | undefined;
  private least: number | undefined;
  private round: (typeof meanings.rounding)[keyof typeof meanings.rounding] | undefined;

  /** Whether the part says something of an end. */
  take(part: string): boolean {
    const plain = part.normalize('NFKC').replace(/\s/gu, '');
    const [, side, number = '', unit] = END.exec(plain) ?? [];
    const count = numberOf(number);
    if (side !== undefined && count !== undefined && count > 0) {
      this.end = { side: side as '前' | '后' | '最多', count, isPercent: unit === '%' };
      return true;
    }
    const least = numberOf(LEAST.exec(plain)?.[1] ?? '');
    if (least !== undefined) {
      this.least = least;
      return true;
    }
    const round = own(meanings.rounding, plain);
    if (round === undefined) return false;
    this.round = round;
    return true;
  }

  /** As the pack format writes it. @param least where a share comes to less than one and nobody says how many then */
  written(least: number): End | undefined {
    if (!this.end) return undefined;
    return this.end.isPercent ? { percent: this.end.count, at_least: this.least ?? least, round: this.round ?? 'down' } : this.end.count;
  }
}
