/**
 * Folder of src/core → the tests, files or folders under test, that state its rules: where rules of a folder show only in a
 * whole run, tests of packs too; never the slow ones that vary whole workbooks.
 */
const folders = {
  measure: ['core/measure'],
  limit: ['core/limit', 'core/judge', 'packs/limits.test.ts'],
  judge: ['core/judge', 'packs/limits.test.ts'],
  ranking: ['core/ranking', 'core/judge/position.test.ts'],
  score: ['core/score', 'core/ranking'],
  table: ['core/table'],
};

module.exports = { folders };
