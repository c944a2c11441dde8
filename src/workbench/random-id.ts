/** 16 hexadecimal digits. (randomUUID is missing where an intranet serves the page without https.) */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
