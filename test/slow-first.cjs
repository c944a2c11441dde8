const { default: Sequencer } = require('@jest/test-sequencer');

/** Slow files first, so that no core is idle at the end while another works at a long one. */
module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const isSlow = ({ context }) => context.config.displayName?.name === 'slow';
    const sorted = super.sort(tests);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }
};
