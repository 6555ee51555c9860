import {closeStages, flow, iso, NODES, openStages, spans, type Stage} from './fundStages';
import {AID} from './given';
import {UNIT} from './laws/treasury';
import {balancesOf, movesOf, sum} from './recount';

let stages: Stage[];

beforeAll(async () => {
  stages = await openStages();
});
afterAll(() => closeStages(stages));

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
