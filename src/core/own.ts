/**
 * The entry that a dictionary itself has under a key. A key that comes from a cell, a file or a command line may be `constructor` or
 * `__proto__`, to which every object answers.
 */
export function own<T>(dictionary: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
}
