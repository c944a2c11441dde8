/** A weight that the user gives, and where. */
export interface UserWeight {
  readonly value: number;
  readonly cell: string;
  /** It comes from comparisons by pairs and stands in no cell. */
  readonly compared?: true;
}
