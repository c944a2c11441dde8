import words from './words.yaml';

/**
 * How list values and names may be written, whatever the document: parsed, not yet validated. Apart from index.ts, since bundles for browsers
 * get it within packs that the build made ready.
 */
export const wordData: unknown = words;
