import fc from 'fast-check';
import {id} from 'ethers';
import {account, LocalChain, type Happened} from './localChain';
import {admin, AID_PER_UNIT, borrower, collector, deployProtocol, giveUsdc, operator} from './protocol';
import {serviceProvider, treasury, type Protocol} from './protocol';

const BPS = 10_000n;
const [alice, bob, carol] = [account('alice'), account('bob'), account('carol')];

let chain: LocalChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveUsdc(chain, protocol, borrower, 10n ** 15n);
});
afterAll(() => chain.stop());

const aidOf = (who: string): Promise<bigint> => chain.read(protocol.aid, 'balanceOf', who);

/** Collects `units` of stablecoin for an asset; kind 0 revenue, 1 pass-through. */
async function receive(assetId: string, kind: number, units: bigint): Promise<Happened[]> {
  const {distributor, usdc} = protocol;
  return chain.send(collector, distributor, 'receiveRevenue', assetId, usdc.address, borrower, kind, units, 100, 200);
}

interface Case {
  readonly units: bigint;
  readonly passThroughUnits: bigint;
  readonly feeBps: readonly [number, number, number];
  /** Token balances of the vault and three holders; a zero holds none. */
  readonly balances: readonly bigint[];
}

const awkward: readonly Case[] = [
  {units: 1n, passThroughUnits: 0n, feeBps: [0, 0, 0], balances: [1n, 1n, 1n, 0n]},
  {units: 1n, passThroughUnits: 7n, feeBps: [25, 1_500, 500], balances: [3n, 7n, 11n, 0n]},
  {units: 1_000_003n, passThroughUnits: 1n, feeBps: [1, 1, 1], balances: [0n, 1n, 10n ** 24n, 3n]},
  {units: 999_999_999n, passThroughUnits: 0n, feeBps: [10_000, 0, 0], balances: [5n, 0n, 0n, 9n]},
  {units: 123_456_789n, passThroughUnits: 55n, feeBps: [25, 1_500, 300], balances: [0n, 0n, 0n, 0n]},
];
const balance = fc.oneof(fc.constant(0n), fc.bigInt(1n, 20n), fc.bigInt(1n, 10n ** 26n));
const random = fc.record({
  units: fc.bigInt(1n, 10n ** 10n),
  passThroughUnits: fc.oneof(fc.constant(0n), fc.bigInt(1n, 10n ** 8n)),
  feeBps: fc.tuple(fc.nat(3_333), fc.nat(3_333), fc.nat(3_333)),
  balances: fc.tuple(balance, balance, balance, balance),
});

test('the legs sum to the gross to the wei, whatever the balances, and each is paid to the wei', async () => {
  const {assetToken, distributor, said} = protocol;
  const parties = [said.address, alice, bob, carol, treasury, serviceProvider, distributor.address];
  for (const [i, {units, passThroughUnits, feeBps, balances}] of [
    ...awkward,
    ...fc.sample(random, {seed: 7, numRuns: 12}),
  ].entries()) {
    const assetId = id(`asset ${i}`);
    for (const [k, amount] of balances.entries()) {
      if (amount > 0n) await chain.send(operator, assetToken, 'mint', parties[k], assetId, amount);
    }
    await chain.send(admin, distributor, 'setFeeConfig', ...feeBps);
    const before = await Promise.all(parties.map(aidOf));
    await receive(assetId, 0, units);
    if (passThroughUnits > 0n) await receive(assetId, 1, passThroughUnits);
    const logs = await chain.send(collector, distributor, 'distribute', assetId);

    const [revenue, passThrough] = [units * AID_PER_UNIT, passThroughUnits * AID_PER_UNIT];
    const [protocolFee = 0n, performanceFee = 0n, reserve = 0n] = feeBps.map((bps) => (revenue * BigInt(bps)) / BPS);
    const net = revenue - protocolFee - performanceFee - reserve;
    const supply = balances.reduce((sum, amount) => sum + amount, 0n);
    const shares = supply === 0n ? [net, 0n, 0n, 0n] : balances.map((amount) => (net * amount) / supply);
    const [netToVault = 0n, ...held] = shares;
    const paidToHolders = held.reduce((sum, amount) => sum + amount, 0n);
    const dust = net - netToVault - paidToHolders;

    const log = logs.at(-1);
    expect(log).toMatchObject({name: 'RevenueDistributed'});
    expect(log?.args).toEqual({
      ...{assetId, epoch: 1n, gross: revenue + passThrough, passThrough, protocolFee, performanceFee},
      ...{reserveContribution: reserve, netToVault, paidToHolders, dust},
    });
    const legs = [passThrough, protocolFee, performanceFee, reserve, netToVault, paidToHolders, dust];
    expect(legs.reduce((sum, leg) => sum + leg, 0n)).toBe(log?.args.gross);
    const paid = logs.filter(({name}) => name === 'RevenuePaid').map(({args}) => args.amount as bigint);
    expect(paid.reduce((sum, amount) => sum + amount, 0n)).toBe(paidToHolders);
    expect(paid).not.toContain(0n);

    const got = (await Promise.all(parties.map(aidOf))).map((after, k) => after - (before[k] ?? 0n));
    expect(got).toEqual([netToVault + dust, ...held, protocolFee + performanceFee, passThrough, reserve]);
  }
});
