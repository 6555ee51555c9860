import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

/** Seeds that once broke a law, by its name. */
export const SEEDS = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../fixtures/seeds.json'), 'utf8'),
) as Readonly<Record<string, readonly number[] | undefined>>;

const RUNS = 40;
/** FULL=1 asks every law this many times over, each time with a seed of its own. */
const ROUNDS = process.env['FULL'] === '1' ? 20 : 1;

/**
 * A law that holds for every value. The seeds that once broke it, in fixtures/seeds.json under its name, are replayed
 * first; a failure prints its seed.
 */
export function law<T>(name: string, values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  test(name, () => {
    const property = fc.property(values, holds);
    for (const seed of SEEDS[name] ?? []) fc.assert(property, {seed, numRuns: RUNS});
    for (let round = 0; round < ROUNDS; round++) fc.assert(property, {numRuns: RUNS});
  });
}
