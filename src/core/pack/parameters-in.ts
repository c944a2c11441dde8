/** Parameters that some part of a pack refers to, `{ parameter: key }` wherever it stands; each once. */
export function parametersIn(part: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'parameter' && typeof value === 'string') found.add(value);
    else parametersIn(value, found);
  }
  return found;
}
