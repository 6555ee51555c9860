import {Random} from '../devnet/random';
import {DisturbedIndex} from './harness/disturbed';
import {SEEDS} from './laws/law';

const FULL = process.env['FULL'] === '1';
/** Each run has seeds of its own; SEED repeats one. */
const FIRST = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const NAME = 'a disturbed index has the digests of an undisturbed one';
const COUNT = process.env['SEED'] !== undefined ? 1 : FULL ? 50 : 2;
const BLOCKS = 150;
const DISTURBANCES = FULL ? 10 : 7;
const DEEPEST = 40;

const seeds = [...(SEEDS[NAME] ?? []), ...Array.from({length: COUNT}, (_, i) => FIRST + i)];

test.each(seeds)(`${NAME}: seed %i`, async (seed) => {
  const random = new Random('disturbances', seed);
  const index = await DisturbedIndex.start(seed, BLOCKS);
  try {
    // Each kind at least once, in an order of its own.
    const kinds = ['kill', 'cut', 'fork', 'replay'] as const;
    const plan = [...kinds, ...Array.from({length: DISTURBANCES - kinds.length}, () => random.pick(kinds))];
    const drawn = plan.map((kind) => ({kind, place: random.uint32()})).sort((a, b) => a.place - b.place);
    for (const {kind} of drawn) await (kind === 'fork' ? index.fork(DEEPEST) : index[kind]());
    const digests = await index.compare();
    expect(digests.size).toBeGreaterThan(40);
    console.info(`seed ${seed}: ${index.story.join(', ')}`);
  } finally {
    await index.stop();
  }
});
