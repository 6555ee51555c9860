import fc from 'fast-check';
import {findSteps, sameAnswers, type Snapshot} from './steps';

const snapshot = (height: number, ...answers: (string | null)[]): Snapshot => ({
  block: {height, hash: `0xb${height}`, at: height * 12},
  answers: answers.map((data) => ({data: data ?? '0x', reverted: data === null})),
});

/** A chain whose view answers by height, and the heights it was asked for. */
function chainOf(valueAt: (height: number) => string) {
  const asked: number[] = [];
  const at = (height: number): Promise<Snapshot> => {
    asked.push(height);
    return Promise.resolve(snapshot(height, valueAt(height)));
  };
  return {
    asked,
    at,
    between: (from: number, to: number) => [snapshot(from, valueAt(from)), snapshot(to, valueAt(to))] as const,
  };
}

/** Heights from `from` to `to`, and the heights between them at which the value changes. */
const stairs = fc
  .record({from: fc.nat(100_000), span: fc.integer({min: 1, max: 20_000}), places: fc.array(fc.nat(), {maxLength: 8})})
  .map(({from, span, places}) => ({
    from,
    to: from + span,
    changes: [...new Set(places.map((place) => from + 1 + (place % span)))].sort((a, b) => a - b),
  }));

test('every step is found at its own block, with no more questions than halving the span needs', async () => {
  await fc.assert(
    fc.asyncProperty(stairs, async ({from, to, changes}) => {
      const chain = chainOf((height) => `0x${changes.filter((change) => change <= height).length}`);
      const [first, last] = chain.between(from, to);
      const steps = await findSteps(first, last, chain.at);
      expect(steps.map(({block}) => block.height)).toEqual(changes);
      expect(steps.map(({answers}) => answers[0]?.data)).toEqual(changes.map((_change, i) => `0x${i + 1}`));
      expect(chain.asked.length).toBeLessThanOrEqual(changes.length * Math.ceil(Math.log2(to - from)));
      expect(chain.asked.filter((height) => height <= from || height >= to)).toEqual([]);
    }),
  );
});

test('where values come again, every step found is one, in order, and the last leads to what holds at the end', async () => {
  await fc.assert(
    fc.asyncProperty(stairs, fc.array(fc.nat(2), {minLength: 9, maxLength: 9}), async ({from, to, changes}, values) => {
      const valueAt = (height: number): string => `0x${values[changes.filter((change) => change <= height).length]}`;
      const chain = chainOf(valueAt);
      const [first, last] = chain.between(from, to);
      const steps = await findSteps(first, last, chain.at);
      const heights = steps.map(({block}) => block.height);
      expect(heights).toEqual([...new Set(heights)].sort((a, b) => a - b));
      for (const height of heights) expect(valueAt(height)).not.toBe(valueAt(height - 1));
      expect(sameAnswers(steps.at(-1) ?? first, last)).toBe(true);
    }),
  );
});

test('where nothing changed nothing is asked', async () => {
  const chain = chainOf(() => '0x1');
  const [first, last] = chain.between(0, 1_000_000);
  expect(await findSteps(first, last, chain.at)).toEqual([]);
  expect(chain.asked).toEqual([]);
});

test('a step between neighbours needs no question', async () => {
  const chain = chainOf((height) => `0x${height}`);
  const [first, last] = chain.between(41, 42);
  expect(await findSteps(first, last, chain.at)).toEqual([last]);
  expect(chain.asked).toEqual([]);
});

test('a view that reverts is another answer than one that answers nothing', () => {
  expect(sameAnswers(snapshot(1, '0x1', '0x2'), snapshot(9, '0x1', '0x2'))).toBe(true);
  expect(sameAnswers(snapshot(1, '0x'), snapshot(9, null))).toBe(false);
  expect(sameAnswers(snapshot(1, '0x1', '0x2'), snapshot(9, '0x1', '0x3'))).toBe(false);
  expect(sameAnswers(snapshot(1, '0x1'), snapshot(9, '0x1', '0x2'))).toBe(false);
});
