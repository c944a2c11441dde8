/** Stands in for zod's compiler of schemas in the pane's bundle: it needs `new Function`, which the page's policy forbids (z.config jitless). */
module.exports = {
  Doc() {
    throw new Error('zod compiles nothing here: z.config({ jitless: true })');
  },
};
