import {readFileSync} from 'node:fs';
import path from 'node:path';
import {INVARIANTS} from '.';

test('docs/invariants.md lists every law as it is, and no other', () => {
  const page = readFileSync(path.resolve(__dirname, '../../../docs/invariants.md'), 'utf8');
  const listed = page.split('\n').filter((line) => line.startsWith('| `'));
  const rows = INVARIANTS.map(
    ({name, law, unit, isGuard}) => `| \`${name}\` | ${law} | ${unit} | ${isGuard ? 'yes' : 'no'} |`,
  );
  expect(listed).toEqual(rows);
});
