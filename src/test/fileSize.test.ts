import {isGenerated, sourceFiles, textOf} from './sourceFiles';

const MOST_LINES = 180;
/** Names that do not say the subject. */
const NAMELESS = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'service', 'base', 'types'];

const FILES = sourceFiles().filter((file) => !isGenerated(file));

test(`a file has one subject: no more than ${MOST_LINES} lines`, () => {
  const long = FILES.map((file) => ({file, lines: textOf(file).trimEnd().split('\n').length}))
    .filter(({lines}) => lines > MOST_LINES)
    .map(({file, lines}) => `src/${file}: ${lines} lines`);
  expect(long).toEqual([]);
});

test('a name says the subject', () => {
  const nameless = FILES.filter((file) =>
    file.split('/').some((name) => NAMELESS.includes((name.split('.')[0] ?? '').toLowerCase())),
  );
  expect(nameless).toEqual([]);
});
