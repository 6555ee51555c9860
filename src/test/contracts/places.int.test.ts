import {account, LocalChain, type Deployed} from './localChain';
import {admin, deployProtocol, giveAid, giveUsdc, WAD, type Protocol} from './protocol';

const [alice, bob] = [account('alice'), account('bob')];

let chain: LocalChain;
let protocol: Protocol;
let pool: Deployed;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  const {aid, usdc} = protocol;
  pool = await chain.deploy('LiquidityPool', [aid.address, usdc.address], admin);
  for (const who of [alice, bob]) {
    await giveAid(chain, protocol, who, 1_000n * WAD);
    await giveUsdc(chain, protocol, who, 1_000_000_000n);
    for (const token of [aid, usdc]) await chain.send(who, token, 'approve', pool.address, 10n ** 30n);
  }
});
afterAll(() => chain.stop());

const reserves = (): Promise<bigint[]> =>
  Promise.all([chain.read<bigint>(pool, 'reserveA'), chain.read<bigint>(pool, 'reserveB')]);
const held = (): Promise<bigint[]> =>
  Promise.all([protocol.aid, protocol.usdc].map((token) => chain.read<bigint>(token, 'balanceOf', pool.address)));

test('a swap pays x*y=k on the input less 4 bps; the product never falls and reserves are balances', async () => {
  const {aid, usdc} = protocol;
  expect(await chain.refusal(bob, pool, 'swap', aid.address, WAD, 0n)).toBe('EmptyPool');
  await chain.send(alice, pool, 'addLiquidity', 500n * WAD, 501_000_003n);
  for (const [token, amountIn] of [
    [aid, 3n * WAD + 7n],
    [usdc, 2_999_999n],
    [usdc, 3_333n],
    [aid, 11n * WAD],
  ] as const) {
    const [a = 0n, b = 0n] = await reserves();
    const [reserveIn, reserveOut] = token === aid ? [a, b] : [b, a];
    const effective = (amountIn * 9_996n) / 10_000n;
    const amountOut = (reserveOut * effective) / (reserveIn + effective);
    expect(await chain.refusal(bob, pool, 'swap', token.address, amountIn, amountOut + 1n)).toBe('OutputTooSmall');
    await chain.send(bob, pool, 'swap', token.address, amountIn, amountOut);
    const after = await reserves();
    expect(after).toEqual(token === aid ? [a + amountIn, b - amountOut] : [a - amountOut, b + amountIn]);
    expect(after).toEqual(await held());
    expect((after[0] ?? 0n) * (after[1] ?? 0n)).toBeGreaterThanOrEqual(a * b);
  }
  expect(await chain.refusal(bob, pool, 'swap', protocol.usdt.address, 1n, 0n)).toBe('UnknownToken');
});

test('liquidity leaves in proportion, and the last one out takes all', async () => {
  await chain.send(bob, pool, 'addLiquidity', 100n * WAD, 120_000_000n);
  const [shares, total] = [
    await chain.read<bigint>(pool, 'sharesOf', bob),
    await chain.read<bigint>(pool, 'totalShares'),
  ];
  const before = await reserves();
  await chain.send(bob, pool, 'removeLiquidity', shares);
  expect(await reserves()).toEqual(before.map((reserve) => reserve - (reserve * shares) / total));
  expect(await chain.refusal(bob, pool, 'removeLiquidity', 1n)).toBe('SharesTooFew');
  await chain.send(alice, pool, 'removeLiquidity', total - shares);
  expect(await held()).toEqual([0n, 0n]);
});

test('what is supplied to the lending market comes back one to one, to its owner only', async () => {
  const {aid} = protocol;
  const market = await chain.deploy('LendingMarket', [], admin);
  await chain.send(alice, aid, 'approve', market.address, 10n * WAD);
  const before = await chain.read<bigint>(aid, 'balanceOf', alice);
  await chain.send(alice, market, 'supply', aid.address, 10n * WAD);
  expect(await chain.read(market, 'balanceOf', aid.address, alice)).toBe(10n * WAD);
  expect(await chain.refusal(bob, market, 'withdraw', aid.address, 1n)).toBe('BalanceTooSmall');
  expect(await chain.refusal(alice, market, 'withdraw', aid.address, 10n * WAD + 1n)).toBe('BalanceTooSmall');
  await chain.send(alice, market, 'withdraw', aid.address, 10n * WAD);
  expect(await chain.read(aid, 'balanceOf', alice)).toBe(before);
});
