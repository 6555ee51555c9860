const Sequencer = require('@jest/test-sequencer').default;

/** Cheap first: unit tests, then what needs PostgreSQL or a chain, then whole journeys. */
const cost = ({path}) => ['.int.test.', '.e2e.test.', '.smoke.test.'].findIndex((kind) => path.includes(kind)) + 1;

module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => cost(a) - cost(b) || a.path.localeCompare(b.path));
  }
};
