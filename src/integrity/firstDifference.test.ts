import fc from 'fast-check';
import {firstDifference, type DigestLine} from './firstDifference';

const line = (blocks: DigestLine['blocks'], versions: Partial<DigestLine> = {}): DigestLine => ({
  name: 'token',
  version: 1,
  decoders: 1,
  blocks,
  ...versions,
});

/** A line of blocks; from `height` on every digest is another, because each is chained over those before. */
const lived = (heights: readonly number[], from = Infinity): DigestLine =>
  line(heights.map((height) => [height, `${height >= from ? 'other' : 'same'} ${height}`]));

const heights = fc
  .uniqueArray(fc.nat(1_000_000), {minLength: 1, maxLength: 400})
  .map((all) => all.sort((a, b) => a - b));

test('the first block at which two lines part is found in log2 steps, wherever it is', () => {
  fc.assert(
    fc.property(heights, fc.nat(), (all, pick) => {
      const from = all[pick % all.length] ?? 0;
      const found = firstDifference(lived(all), lived(all, from), Infinity);
      expect(found?.height).toBe(from);
      expect(found?.steps).toBeLessThanOrEqual(Math.ceil(Math.log2(all.length)) + 1);
    }),
  );
});

test('a block that only one of them changed rows in is where they part', () => {
  fc.assert(
    fc.property(heights, fc.nat(), (all, pick) => {
      const from = all[pick % all.length] ?? 0;
      const without = lived(
        all.filter((height) => height !== from),
        from,
      );
      expect(firstDifference(lived(all), without, Infinity)?.height).toBe(from);
      expect(firstDifference(without, lived(all), Infinity)?.height).toBe(from);
    }),
  );
});

test('what only one of them has indexed is no difference', () => {
  expect(firstDifference(lived([1, 5, 9]), lived([1, 5]), 8)).toBeNull();
  expect(firstDifference(lived([1, 5, 9]), lived([1, 5]), 9)?.height).toBe(9);
  expect(firstDifference(lived([]), lived([]), 9)).toBeNull();
});

test('lines of other versions are not compared', () => {
  const mine = lived([1]);
  expect(firstDifference(mine, line(mine.blocks, {version: 2}), 9)).toEqual({
    projection: 'token',
    height: null,
    steps: 0,
  });
  expect(firstDifference(mine, line(mine.blocks, {decoders: 2}), 9)?.height).toBeNull();
});
