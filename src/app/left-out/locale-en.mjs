/** Stands in for zod's English messages in the pane's bundle: the pane shows none of zod's sentences. */
export default () => ({ localeError: () => undefined });
