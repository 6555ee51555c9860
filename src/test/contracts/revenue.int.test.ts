import {encodeBytes32String, id} from 'ethers';
import {account, LocalChain, type Happened} from './localChain';
import {admin, AID_PER_UNIT, borrower, collector, deployProtocol, giveUsdc, WAD, type Protocol} from './protocol';

const alice = account('alice');
const TBILL = encodeBytes32String('TBILL');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveUsdc(chain, protocol, borrower, 10n ** 15n);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const aidOf = (who: string): Promise<bigint> => chain.read(protocol.aid, 'balanceOf', who);

/** Collects `units` of stablecoin for an asset; kind 0 revenue, 1 pass-through. */
async function receive(assetId: string, kind: number, units: bigint): Promise<Happened[]> {
  const {distributor, usdc} = protocol;
  return chain.send(collector, distributor, 'receiveRevenue', assetId, usdc.address, borrower, kind, units, 100, 200);
}

test('revenue is collected as AID, minted without fee, and waits for its distribution', async () => {
  const {aid, distributor, minter, usdc} = protocol;
  const assetId = id('waits');
  const logs = await receive(assetId, 0, 5_000_001n);
  expect(logs.map(({name}) => name)).toEqual(['Transfer', 'Transfer', 'Minted', 'RevenueReceived']);
  expect(logs[2]?.args).toMatchObject({
    caller: distributor.address,
    recipient: distributor.address,
    collateral: usdc.address,
    fee: 0n,
  });
  const amount = 5_000_001n * AID_PER_UNIT;
  expect(logs[3]?.args).toEqual({
    assetId,
    payer: borrower,
    currency: aid.address,
    kind: 0n,
    amount,
    periodStart: 100n,
    periodEnd: 200n,
  });
  expect(await chain.read(distributor, 'pendingOf', assetId, 0)).toBe(amount);
  expect(await chain.read(aid, 'totalSupply')).toBe(
    (await chain.read<bigint>(usdc, 'balanceOf', minter.address)) * AID_PER_UNIT,
  );

  const refuse = (...args: unknown[]): Promise<string | undefined> =>
    chain.refusal(collector, distributor, 'receiveRevenue', assetId, usdc.address, borrower, ...args);
  expect(await refuse(2, 1n, 0, 1)).toBe('UnknownKind');
  expect(await refuse(0, 1n, 2, 1)).toBe('InvalidPeriod');
  expect(await refuse(0, 0n, 0, 1)).toBe('ZeroAmount');
});

test("the interest of T-bills, an asset without tokens, is the vault's; each distribution has the next epoch", async () => {
  const {distributor, said} = protocol;
  await chain.send(admin, distributor, 'setFeeConfig', 0, 0, 0);
  for (const epoch of [1n, 2n]) {
    await receive(TBILL, 0, 1_000_000n);
    const before = await aidOf(said.address);
    const logs = await chain.send(collector, distributor, 'distribute', TBILL);
    expect(logs.at(-1)?.args).toMatchObject({epoch, gross: WAD, netToVault: WAD, dust: 0n});
    expect(await aidOf(said.address)).toBe(before + WAD);
  }
  expect(await chain.refusal(collector, distributor, 'distribute', TBILL)).toBe('NothingToDistribute');
  expect(await chain.refusal(admin, distributor, 'setFeeConfig', 5_000, 5_000, 1)).toBe('FeesAboveWhole');
});

test('the reserve fund pays what it holds and no revenue that waits', async () => {
  const {distributor} = protocol;
  const assetId = id('reserve');
  await chain.send(admin, distributor, 'setFeeConfig', 0, 0, 1_000);
  await receive(assetId, 0, 100_000_000n);
  await chain.send(collector, distributor, 'distribute', assetId);
  await receive(assetId, 0, 100_000_000n);
  const fund = await chain.read<bigint>(distributor, 'reserveFund');
  expect(await chain.refusal(admin, distributor, 'drawReserveFund', assetId, alice, fund + 1n)).toBe(
    'ReserveFundTooSmall',
  );
  expect(await chain.refusal(collector, distributor, 'drawReserveFund', assetId, alice, 1n)).toBe(
    'AccessControlUnauthorizedAccount',
  );
  const logs = await chain.send(admin, distributor, 'drawReserveFund', assetId, alice, fund);
  expect(logs.at(-1)?.args).toEqual({assetId, to: alice, amount: fund});
  expect(await chain.read(distributor, 'reserveFund')).toBe(0n);
  expect(await aidOf(distributor.address)).toBe(100n * WAD);
});

test('a payment is missed once, and only after it was due', async () => {
  const {distributor} = protocol;
  const now = await chain.now();
  const [log] = await chain.send(collector, distributor, 'reportMissed', TBILL, now, 7n * WAD);
  expect(log?.args).toEqual({assetId: TBILL, dueAt: BigInt(now), amountDue: 7n * WAD});
  expect(await chain.read(distributor, 'missedOf', TBILL, now)).toBe(7n * WAD);
  expect(await chain.refusal(collector, distributor, 'reportMissed', TBILL, now, 7n * WAD)).toBe('AlreadyReported');
  expect(await chain.refusal(collector, distributor, 'reportMissed', TBILL, now + 3_600, 7n)).toBe('NotYetDue');
});
