import fc from 'fast-check';
import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../../test/postgres';
import {Reader} from '../fixture/ask';
import {bridgePlot} from '../fixture/bridgePlot';
import {EIDS, FAR, forget, NEAR, TwoChains} from '../fixture/twoChains';

let database: TestDatabase;
let source: DataSource;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  reader = await Reader.open(database.url);
});
afterEach(() => forget(source));
afterAll(async () => {
  await source.destroy();
  await reader.close();
  await database.drop();
});

interface Answer {
  readonly supply: {readonly inFlight: string; readonly away: string};
  readonly lineage: {readonly causes: readonly {term: string; id: string; key: string}[]};
}

const eidOf = ({chainId}: {readonly chainId: number}): number => EIDS.get(chainId) ?? 0;

const answerAt = (block: number): Promise<Answer> => {
  const asOf = `asOf: {chainId: 31337, block: ${block}}`;
  return reader.answer<Answer>(
    `{supply(${asOf}) {inFlight away}
      lineage(metric: "supply.liabilities", ${asOf}, limit: 1000) {causes {term id key}}}`,
  );
};

/** What the messages named are worth: sent is owed, received is not any more. */
async function worth(ids: readonly string[]): Promise<bigint> {
  const [row] = await source.query<{sum: string}[]>(
    `SELECT coalesce(sum(CASE direction WHEN 'SENT' THEN amount ELSE -amount END), 0)::text AS sum
     FROM bridge_transfer WHERE id = ANY($1)`,
    [ids],
  );
  return BigInt(row?.sum ?? 0);
}

test('the messages that liabilities rest on are what is in flight and away, on chains of which one may lag', async () => {
  let [inFlight, away] = [0, 0];
  const property = fc.asyncProperty(bridgePlot, fc.nat(30), async ({world}, lag) => {
    await forget(source);
    await world.write(source, {farHead: Math.max(1, world.height - lag)});
    for (let block = 1; block <= world.height; block += 3) {
      const {supply, lineage} = await answerAt(block);
      const ids = (term: string): string[] => lineage.causes.filter((one) => one.term === term).map(({id}) => id);
      const guids = lineage.causes.filter(({term}) => term === 'inFlight').map(({key}) => key);
      expect(new Set(guids).size).toBe(guids.length);
      const [flying, gone] = [ids('inFlight'), ids('away')];
      expect([block, await worth(flying), await worth(gone)]).toEqual([
        block,
        BigInt(supply.inFlight),
        BigInt(supply.away),
      ]);
      inFlight += flying.length;
      away += gone.length;
    }
  });
  await fc.assert(property, {numRuns: process.env['FULL'] === '1' ? 60 : 8, endOnFailure: true});
  expect([inFlight > 0, away > 0]).toEqual([true, true]);
}, 120_000);

test('a message of which both ends are known is no cause, nor is one that nobody sent', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  world.send(NEAR, '0xa', eidOf(FAR), 30n);
  world.receive(FAR, '0xa', eidOf(NEAR), 33n);
  world.receive(NEAR, '0xc', eidOf(FAR), 7n);
  world.mint(NEAR, 1n);
  await world.write(source);
  const {supply, lineage} = await answerAt(5);
  expect([supply.inFlight, lineage.causes.filter(({term}) => term !== 'supply')]).toEqual(['0', []]);
});

test('a message received of a chain that is not indexed as far as that is a cause', async () => {
  const world = new TwoChains();
  world.mint(FAR, 100n);
  world.send(FAR, '0xa', eidOf(NEAR), 30n);
  world.receive(NEAR, '0xa', eidOf(FAR), 30n);
  await world.write(source, {farHead: 1});
  const {supply, lineage} = await answerAt(3);
  expect([supply.inFlight, lineage.causes.filter(({term}) => term === 'inFlight').map(({key}) => key)]).toEqual([
    '-30',
    ['0xa'],
  ]);
});
