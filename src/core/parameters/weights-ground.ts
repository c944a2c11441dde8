import type { Problem } from '../problem';
import { weightsGroundWords as words } from '../words/weights-ground';
import type { UserSettings } from './parameter-sheet';

/** Parameter keys by which a workbook names the document that its weights come from. */
export const WEIGHTS_GROUND = { name: 'weights_document', number: 'weights_number', date: 'weights_date' } as const;

/** The document that the user's weights come from. */
export interface WeightsGround {
  readonly name: string;
  readonly number: string | undefined;
  /** YYYY-MM-DD */
  readonly date: string | undefined;
}

export interface GroundOfWeights {
  /** Absent where the weights are nobody's, or nobody says which document they come from. */
  readonly ground: WeightsGround | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Which document the user's weights come from. Its name is what counts; a number or a date without it says nothing, and a document without weights
 * is told, because the result rests on equal weights all the same.
 * @param byUser whether the user gives weights
 */
export function groundOfWeights({ parameters }: UserSettings, byUser: boolean): GroundOfWeights {
  const said = Object.values(WEIGHTS_GROUND).flatMap((key) => parameters.get(key) ?? []);
  const [first] = said;
  if (!first) return { ground: undefined, problems: [] };
  const text = (key: string): string | undefined => {
    const value = String(parameters.get(key)?.value ?? '').trim();
    return value === '' ? undefined : value;
  };
  const name = text(WEIGHTS_GROUND.name);
  if (byUser && name !== undefined)
    return { ground: { name, number: text(WEIGHTS_GROUND.number), date: text(WEIGHTS_GROUND.date) }, problems: [] };
  const [sheet, cell] = first.cell?.split('!') ?? [];
  const problem: Problem = {
    severity: 'warning',
    code: byUser ? 'weights-ground-nameless' : 'weights-ground-idle',
    ...(sheet !== undefined && cell !== undefined && { sheet, cell }),
    ...(byUser ? words.nameless : words.idle),
  };
  return { ground: undefined, problems: [problem] };
}
