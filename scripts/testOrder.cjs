const Sequencer = require('@jest/test-sequencer').default;

/** Cheap first: unit tests, then what needs PostgreSQL or a chain, then whole journeys, the longest of them first. */
const cost = ({path}) => ['.int.test.', '.e2e.test.', '.smoke.test.'].findIndex((kind) => path.includes(kind)) + 1;

/** The two that take minutes: begun last, one of them would run alone. */
const LONGEST = ['year.e2e', 'oracle.e2e'];
const isLong = ({path}) => Number(LONGEST.some((name) => path.includes(name)));

module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => cost(a) - cost(b) || isLong(b) - isLong(a) || a.path.localeCompare(b.path));
  }
};
