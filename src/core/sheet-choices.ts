/** Whom result sheets are for: to hand out, to be signed, to look things up in. A person chooses which of them are written. */
export const FACES = ['public', 'signed', 'working'] as const;

export type Face = (typeof FACES)[number];

/** What a sheet of a result is: one of the faces, 考评说明 in front of all of them, a page for one zone, or a form of the department's own. */
export type SheetFace = Face | 'cover' | 'card' | 'form';

/** What a person wants of the result sheets; nothing of it changes a figure. What is left out is as it always is. */
export interface SheetChoices {
  /** Which faces are written besides 考评说明; all where left out. */
  readonly faces?: readonly Face[] | undefined;
  /** Zones that get a page of their own (体检表), by name; none where left out. */
  readonly cards?: 'all' | readonly string[] | undefined;
  /** Decimals of scores, as they are shown; those of the document where left out. Places rest on what was scored. */
  readonly decimals?: number | undefined;
}

/** Decimals that a person may set: columns of scores hold no more. */
export const MOST_DECIMALS = 4;

/** A choice made besides others, as it is kept: in one order, and nothing where all is as it always is. What is undefined in the change is put back. */
export function withChoice(before: SheetChoices, change: SheetChoices): SheetChoices {
  const { faces, cards, decimals } = { ...before, ...change };
  const chosen = FACES.filter((face) => faces?.includes(face) ?? true);
  const zones = cards === 'all' ? cards : [...new Set(cards)];
  return {
    ...(chosen.length < FACES.length && { faces: chosen }),
    ...(zones.length > 0 && { cards: zones }),
    ...(decimals !== undefined && { decimals }),
  };
}
