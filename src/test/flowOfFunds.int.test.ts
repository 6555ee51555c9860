import fc from 'fast-check';
import type {DomainEvent} from '../domain/event';
import {ZERO_ADDRESS} from '../domain/ids';
import {Reader} from '../server-extension/fixture/ask';
import {AID, DISTRIBUTOR, SAID} from './given';
import {SERVICES} from './laws/circulation';
import {TREASURY} from './laws/deals';
import {world} from './laws/history';
import {UNIT} from './laws/treasury';
import {createTestDatabase, type TestDatabase} from './postgres';
import {balancesOf, movesOf, sum} from './recount';
import {blockTime, DEX, LENDING, stretched, writeWorld} from './worldDatabase';

interface Node {
  id: string;
  medium: string;
  node: string;
  opening: string;
  closing: string;
  inflow: string;
  outflow: string;
  residual: string;
}
interface Edge {
  medium: string;
  from: string;
  to: string;
  cause: string;
  assetId: string | null;
  amount: string;
  count: number;
}
interface Flow {
  nodes: Node[];
  edges: Edge[];
  residual: string;
  checks: {name: string; edges: string; told: string; residual: string}[];
  asOf: {height: number};
  opening: {height: number} | null;
}

const FLOW = `nodes {id medium node assetId opening closing inflow outflow residual} residual
  edges {medium from to cause assetId amount count} checks {name edges told residual} opening {height} asOf {height}`;

const WORLDS = fc
  .sample(world, {numRuns: 20, seed: 17})
  .sort((a, b) => b.aid.transfers - a.aid.transfers)
  .slice(0, 3);

interface Stage {
  readonly database: TestDatabase;
  readonly reader: Reader;
  readonly events: readonly DomainEvent[];
  readonly head: number;
}
let stages: Stage[];

beforeAll(async () => {
  stages = await Promise.all(
    WORLDS.map(async (one) => {
      const events = stretched(one.events);
      const database = await createTestDatabase();
      const head = await writeWorld(database.url, events);
      return {database, events, head, reader: await Reader.open(database.url)};
    }),
  );
});

afterAll(async () => {
  for (const {reader, database} of stages) {
    await reader.close();
    await database.drop();
  }
});

const iso = (height: number): string => new Date(blockTime(height) * 1000).toISOString();

/** The ledger of the blocks [from, to). */
const flow = async ({reader}: Stage, from: number, to: number): Promise<Flow> =>
  (await reader.answer<{flowOfFunds: Flow}>(`{flowOfFunds(from: "${iso(from)}", to: "${iso(to)}") {${FLOW}}}`))
    .flowOfFunds;

const spans = ({head}: Stage): (readonly [number, number])[] =>
  fc
    .sample(fc.tuple(fc.integer({min: 1, max: head}), fc.integer({min: 1, max: head})), {numRuns: 12, seed: 23})
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + (a === b ? 1 : 0)] as const)
    .filter(([, to]) => to <= head);

const NODES: Readonly<Record<string, readonly string[]>> = {
  VAULT: [SAID.address],
  DISTRIBUTOR: [DISTRIBUTOR.address],
  AI_SERVICE: SERVICES,
  DEX: [DEX],
  LENDING: [LENDING],
  TREASURY: [TREASURY],
};

test('every node balances to the wei, in any period', async () => {
  for (const stage of stages) {
    for (const [from, to] of [...spans(stage), [1, stage.head] as const]) {
      const {nodes, residual} = await flow(stage, from, to);
      expect(nodes.filter((node) => node.residual !== '0')).toEqual([]);
      expect(residual).toBe('0');
      for (const {opening, inflow, outflow, closing} of nodes) {
        expect(BigInt(opening) + BigInt(inflow) - BigInt(outflow)).toBe(BigInt(closing));
      }
      expect(sum(nodes.map(({closing}) => BigInt(closing)))).toBe(0n);
    }
  }
});

test('openings and closings are a recount of the raw transfers', async () => {
  for (const stage of stages) {
    for (const [from, to] of spans(stage)) {
      const {nodes, opening, asOf} = await flow(stage, from, to);
      expect([opening?.height ?? 0, asOf.height]).toEqual([from - 1, Math.max(to - 1, 1)]);
      const [before, after] = [from - 1, to - 1].map((height) => balancesOf(movesOf(stage.events, AID, height)));
      const shown = (name: string) => nodes.find(({id}) => id === `AID:${name}`) ?? {opening: '0', closing: '0'};
      const held = (balances: ReadonlyMap<string, bigint> | undefined, accounts: readonly string[]): string =>
        `${sum(accounts.map((account) => balances?.get(account) ?? 0n))}`;
      for (const [name, accounts] of Object.entries(NODES)) {
        expect([shown(name).opening, shown(name).closing]).toEqual([held(before, accounts), held(after, accounts)]);
      }
      const supply = sum(after?.values() ?? []);
      expect(shown('ISSUANCE').closing).toBe(`${-supply}`);
      const coins = stage.events.flatMap((event) =>
        event.type === 'CustodyTransferred' && event.meta.height < to
          ? [((event.toCustody ? event.amount : 0n) - (event.fromCustody ? event.amount : 0n)) * UNIT]
          : [],
      );
      expect(nodes.find(({id}) => id === 'USD:CUSTODY')?.closing ?? '0').toBe(`${sum(coins)}`);
    }
  }
});

test('the edges between two nodes are all that moved between them, a flash mint counted as its fee', async () => {
  const names = new Map(
    Object.entries(NODES).flatMap(([name, accounts]) => accounts.map((one) => [one, name] as const)),
  );
  names.set(ZERO_ADDRESS, 'ISSUANCE');
  const others = [AID, SAID].map(({address}) => address);
  const nodeOf = (account: string): string =>
    names.get(account) ??
    (others.includes(account)
      ? 'PROTOCOL'
      : account.startsWith('0x0000000000000000000000000000000000c0de')
        ? 'PROTOCOL'
        : 'WALLET');
  for (const stage of stages) {
    for (const [from, to] of spans(stage)) {
      const moves = movesOf(stage.events, AID, to - 1).filter(
        ({meta, ...move}) => meta.height >= from && move.from !== move.to,
      );
      const raw = new Map<string, bigint>();
      for (const move of moves) {
        const place = `AID:${nodeOf(move.from)} AID:${nodeOf(move.to)}`;
        raw.set(place, (raw.get(place) ?? 0n) + move.amount);
      }
      for (const event of stage.events) {
        if (event.type !== 'FlashMinted' || event.meta.height < from || event.meta.height >= to) continue;
        for (const place of [`AID:ISSUANCE AID:${nodeOf(event.to)}`, `AID:${nodeOf(event.to)} AID:ISSUANCE`]) {
          raw.set(place, (raw.get(place) ?? 0n) - event.amount);
        }
      }
      const shown = new Map<string, bigint>();
      for (const {medium, from: one, to: other, amount} of (await flow(stage, from, to)).edges) {
        const place = `${one} ${other}`;
        if (medium === 'AID') shown.set(place, (shown.get(place) ?? 0n) + BigInt(amount));
      }
      expect(shown).toEqual(new Map([...raw].filter(([, amount]) => amount !== 0n)));
    }
  }
});

test('what the vault and the distributor count is what the edges show', async () => {
  for (const stage of stages) {
    for (const [from, to] of spans(stage)) {
      const {checks} = await flow(stage, from, to);
      expect(checks.filter(({residual}) => residual !== '0')).toEqual([]);
    }
    const whole = await flow(stage, 1, stage.head);
    expect(whole.checks.filter(({told}) => told !== '0').length).toBeGreaterThan(8);
  }
});

test('what enters the vault without a stake is OTHER, and nothing else is', async () => {
  for (const stage of stages) {
    const staked = new Set(stage.events.flatMap(({type, meta}) => (type === 'Staked' ? [meta.txHash] : [])));
    const given = movesOf(stage.events, AID, stage.head - 1).filter(
      ({to, fromRole, from, meta}) =>
        to === SAID.address && fromRole === null && from !== ZERO_ADDRESS && !staked.has(meta.txHash),
    );
    const {edges} = await flow(stage, 1, stage.head);
    const other = edges.filter(({to, cause}) => to === 'AID:VAULT' && cause === 'OTHER');
    expect(sum(other.map(({amount}) => BigInt(amount)))).toBe(sum(given.map(({amount}) => amount)));
  }
});

test('the statements do not grow with the period', async () => {
  const [stage] = stages;
  if (stage === undefined) throw new Error('there is no world');
  const count = async (to: number): Promise<number> => {
    const before = stage.reader.statements;
    await flow(stage, 2, to);
    return stage.reader.statements - before;
  };
  expect(await count(3)).toBe(await count(stage.head));
});

test('a period that is reversed or not held is refused', async () => {
  const [stage] = stages;
  if (stage === undefined) throw new Error('there is no world');
  const {error} = await stage.reader.ask(`{flowOfFunds(from: "${iso(20)}", to: "${iso(10)}") {residual}}`);
  expect(error?.code).toBe('BAD_USER_INPUT');
  expect(error?.message).toMatch(/must lie before/);
});
