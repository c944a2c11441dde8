const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');
const { draws } = require('../draws');

/** What fast-check does unless it is told otherwise. */
const NUM_RUNS = 100;
const assert = (property, options) => fastCheck.assert(property, { ...options, numRuns: draws(options?.numRuns ?? NUM_RUNS) });

/** fast-check with fewer draws a property. */
module.exports = { ...fastCheck, assert, default: { ...fastCheck.default, assert } };
