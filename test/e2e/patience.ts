/** Milliseconds within which a page answers on a busy machine; nothing waits longer than it must. */
export const PATIENCE = 60_000;
