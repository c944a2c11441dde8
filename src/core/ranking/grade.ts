/** The grade of a place as the figures stand, and the best and the worst that it can be once everything missing is known. */
export interface GradeAt {
  /** Titles; undefined for who has no total. */
  readonly now: string | undefined;
  readonly best: string | undefined;
  readonly worst: string | undefined;
}

/** A scale of grades as it was applied to a ranking. */
export interface RankedGrades {
  readonly key: string;
  readonly title: string;
  /** By place in the population. */
  readonly at: readonly GradeAt[];
}
