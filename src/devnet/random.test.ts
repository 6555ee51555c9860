import {Random} from './random';

const draws = (random: Random, count: number): number[] => Array.from({length: count}, () => random.uint32());

describe('a stream of chance', () => {
  it('is the same for the same name, on every machine', () => {
    expect(draws(new Random(1, 'mint', 24), 4)).toEqual([1674524313, 2110198500, 2971395309, 4003558898]);
  });

  it('is another one for another name', () => {
    const firsts = [new Random(1, 'a'), new Random(1, 'b'), new Random(2, 'a'), new Random(1, 'a', 0)].map((r) =>
      r.uint32(),
    );
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('draws integers evenly, both ends included', () => {
    const random = new Random('even');
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) counts[random.int(10, 15) - 10] += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('draws bigints within bounds, both ends included', () => {
    const random = new Random('bigint');
    const drawn = new Set(Array.from({length: 500}, () => random.bigint(-2n, 2n)));
    expect([...drawn].sort((a, b) => Number(a - b))).toEqual([-2n, -1n, 0n, 1n, 2n]);
    const wide = Array.from({length: 500}, () => random.bigint(0n, 10n ** 24n));
    expect(wide.every((x) => x >= 0n && x <= 10n ** 24n)).toBe(true);
    expect(wide.some((x) => x > 9n * 10n ** 23n)).toBe(true);
  });

  it('draws heavy-tailed amounts between scale and cap, most of them small', () => {
    const random = new Random('tail');
    const amounts = Array.from({length: 2_000}, () => random.heavyTailed(100n, 100_000n));
    expect(amounts.every((x) => x >= 100n && x <= 100_000n)).toBe(true);
    expect(amounts.filter((x) => x <= 200n).length).toBeGreaterThan(800);
    expect(amounts.filter((x) => x > 3_200n).length).toBeGreaterThan(20);
  });

  it('samples without repetition, and all there is when asked for more', () => {
    const random = new Random('sample');
    expect(new Set(random.sample([1, 2, 3, 4, 5], 3)).size).toBe(3);
    expect(random.sample([1, 2, 3], 9).sort()).toEqual([1, 2, 3]);
  });

  it('has nothing to pick from nothing', () => {
    expect(() => new Random('none').pick([])).toThrow(RangeError);
  });
});
