import type {ChainRecord} from '../../domain/record';
import type {DomainEvent} from '../../domain/event';
import {PROJECTIONS} from '../../projections';
import {chainDigests, firstHeads, LOG, type Digested, type Head} from '../../projections/digest';
import type {Change} from '../../projections/fold';
import {log} from '../decoding/rawLogs';
import {ALICE, BOB, CHAIN_ID} from '../given';
import {cutWorld, world} from './history';
import {law} from './law';
import {Machine} from './machine';

const DECODERS = 1;
const first = (decoders = DECODERS): ReadonlyMap<string, Head> =>
  new Map(firstHeads(CHAIN_ID, PROJECTIONS, decoders).map((head) => [head.name, head]));

/** The digests after a history in these batches. */
function digestsAfter(batches: readonly (readonly DomainEvent[])[]): Digested[] {
  const machine = new Machine();
  return chained(batches.map((batch) => machine.run(batch)));
}

function chained(batches: readonly (readonly Change[])[], heads = new Map(first())): Digested[] {
  return batches.flatMap((changes) => {
    const step = chainDigests(heads, [], changes);
    for (const head of step.heads) heads.set(head.name, head);
    return step.digests;
  });
}

const sorted = (digests: readonly Digested[]): Digested[] => [...digests].sort((a, b) => (a.id < b.id ? -1 : 1));

law('any cut of a history into batches gives the same digests', cutWorld, ({world: {events}, batches}) => {
  expect(sorted(digestsAfter(batches))).toEqual(sorted(digestsAfter([events])));
});

law('one row that differs in one wei changes the digests of its projection from its block on', world, ({events}) => {
  const changes = new Machine().run(events);
  const at = changes.findIndex(({row}) => 'balance' in row && typeof row.balance === 'bigint');
  const changed = changes[at];
  if (changed === undefined) return;
  const row = {...changed.row, balance: (changed.row as unknown as {balance: bigint}).balance + 1n};
  const before = new Map(chained([changes]).map(({id, digest}) => [id, digest]));
  const mine = chained([changes.map((change, i) => (i === at ? {...change, row} : change))]);
  const differing = mine.filter(({id, digest}) => before.get(id) !== digest);
  const from = mine.filter(
    ({projection, height}) => projection === changed.projection.name && height >= changed.height,
  );
  expect(differing).toEqual(from);
});

test('other versions of a fold or of the decoders begin with another digest', () => {
  const digests = (heads: ReadonlyMap<string, Head>) => [...heads.values()].map(({digest}) => digest);
  const mine = digests(first());
  expect(new Set(mine).size).toBe(PROJECTIONS.length + 1);
  expect(digests(first(2)).filter((digest) => mine.includes(digest))).toEqual([]);
});

test('records that were dropped, doubled, changed or moved change the digest of the log', () => {
  const records: ChainRecord[] = [1n, 2n, 3n].map((amount, index) =>
    log('aid', 'Transfer', [ALICE, BOB, amount], {index}),
  );
  const [one, two, three] = records as [ChainRecord, ChainRecord, ChainRecord];
  const digest = (...list: ChainRecord[]) =>
    chainDigests(first(), list, []).heads.find(({name}) => name === LOG)?.digest;
  const others = [
    digest(one, two),
    digest(one, two, three, three),
    digest(one, two, {...three, data: two.data}),
    digest(one, {...two, data: three.data}, {...three, data: two.data}),
    digest(one, two, {...three, blockHash: `0x${'f'.repeat(64)}`}),
  ];
  expect(new Set([digest(one, two, three), ...others]).size).toBe(others.length + 1);
  expect(digest(three, one, two)).toBe(digest(one, two, three));
});
