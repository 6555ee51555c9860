import {account, LocalChain} from './localChain';
import {admin, AID_PER_UNIT, deployProtocol, giveAid, treasurer, WAD, type Protocol} from './protocol';

const DAY = 86_400;
const alice = account('alice');
const bob = account('bob');
const stranger = account('stranger');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveAid(chain, protocol, alice, 10_000n * WAD);
  await chain.send(
    treasurer,
    protocol.minter,
    'fundRedeemer',
    protocol.usdc.address,
    protocol.redeemer.address,
    5_000_000_000n,
  );
  await chain.send(admin, protocol.redeemer, 'setWhitelisted', alice, true);
  await chain.send(alice, protocol.aid, 'approve', protocol.redeemer.address, 10_000n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

describe('Redeemer', () => {
  test('10 bps, fee rounded up and payout rounded down, and as much AID burned as came in', async () => {
    const {aid, redeemer, usdc} = protocol;
    expect(await chain.read(redeemer, 'redemptionFeeBps')).toBe(10n);
    expect(await chain.read(redeemer, 'stablecoin')).toBe(usdc.address);
    for (const aidIn of [
      WAD,
      WAD + 1n,
      123_456_789_012_345_678_901n,
      1_001_001_001_002n,
      999n * WAD + 999_999_999_999n,
    ]) {
      const supply = await chain.read<bigint>(aid, 'totalSupply');
      const paid = await chain.read<bigint>(usdc, 'balanceOf', bob);
      const logs = await chain.send(alice, redeemer, 'redeem', usdc.address, aidIn, bob);
      const fee = (aidIn * 10n + 9_999n) / 10_000n;
      const collateralOut = (aidIn - fee) / AID_PER_UNIT;
      expect(logs.at(-1)?.args).toEqual({
        owner: alice,
        receiver: bob,
        collateral: usdc.address,
        aidIn,
        collateralOut,
        fee,
      });
      expect(await chain.read(aid, 'totalSupply')).toBe(supply - aidIn);
      expect(await chain.read(usdc, 'balanceOf', bob)).toBe(paid + collateralOut);
    }
  });

  test('a day redeems its limit and not one wei more; the next day starts at zero', async () => {
    const {redeemer, usdc} = protocol;
    const redeem = (amount: bigint): [string, typeof redeemer, string, ...unknown[]] => [
      alice,
      redeemer,
      'redeem',
      usdc.address,
      amount,
      alice,
    ];
    const [limit] = await chain.send(admin, redeemer, 'setDailyRedeemLimit', 100n * WAD);
    expect(limit?.args).toEqual({oldLimit: 10n ** 36n, newLimit: 100n * WAD});
    const tomorrow = Math.floor((await chain.now()) / DAY + 1) * DAY;
    await chain.moveTo(tomorrow + 1);
    await chain.send(...redeem(60n * WAD));
    expect(await chain.refusal(...redeem(40n * WAD + 1n))).toBe('DailyLimitExceeded');
    await chain.send(...redeem(40n * WAD));
    expect(await chain.read(redeemer, 'dailyRedeemed', tomorrow / DAY)).toBe(100n * WAD);
    expect(await chain.refusal(...redeem(2n * WAD))).toBe('DailyLimitExceeded');
    await chain.moveTo(tomorrow + DAY);
    await chain.send(...redeem(2n * WAD));
    expect(await chain.read(redeemer, 'dailyRedeemed', tomorrow / DAY + 1)).toBe(2n * WAD);
  });

  test('it pays one stablecoin, out of its own float, to the whitelisted', async () => {
    const {redeemer, usdc, usdt} = protocol;
    expect(await chain.refusal(alice, redeemer, 'redeem', usdc.address, 6_000n * WAD, alice)).toBe('FloatTooSmall');
    expect(await chain.refusal(alice, redeemer, 'redeem', usdc.address, AID_PER_UNIT, alice)).toBe('ZeroAmount');
    expect(await chain.refusal(stranger, redeemer, 'redeem', usdc.address, WAD, stranger)).toBe('NotWhitelisted');
    expect(await chain.refusal(alice, redeemer, 'redeem', usdt.address, WAD, alice)).toBe('CollateralDisabled');
    expect(await chain.refusal(admin, redeemer, 'configureCollateral', usdt.address, true, 0, 10)).toBe(
      'OneStablecoinOnly',
    );
  });
});
