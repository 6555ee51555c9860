import {id} from 'ethers';
import {bridgeTransfer, supplyCause, supplyChange} from '../../projections/supply';
import {IndexedChain} from './indexed';
import {account, LocalChain} from './localChain';
import {admin, borrower, deployProtocol, giveAid, operator, stakeNew, WAD, type Protocol} from './protocol';

const [alice, bob] = [account('alice'), account('bob')];
const GPU = `0x${Buffer.from('GPU-1').toString('hex').padEnd(64, '0')}`;
const GUID = id('a message');

let chain: LocalChain;
let protocol: Protocol;
let index: IndexedChain;

/** Everything that mints or burns AID, on the real contracts. */
beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  const {aid, said, minter, redeemer, usdc, assetToken} = protocol;
  const bridge = await chain.deploy('AidOFTAdapter', [aid.address, 30_101, admin], admin);
  const trader = await chain.deploy('FlashTrader', [aid.address], admin);
  await chain.send(admin, aid, 'grantRole', id('BRIDGE_MINTER_ROLE'), bridge.address);
  await chain.send(admin, bridge, 'grantRole', id('ENDPOINT_ROLE'), operator);
  await chain.send(admin, bridge, 'setPeer', 30_102, id('peer'));

  await giveAid(chain, protocol, alice, 1_000n * WAD);
  await stakeNew(chain, protocol, bob, 500n * WAD);
  await chain.send(alice, aid, 'transfer', trader.address, WAD);
  await chain.send(alice, trader, 'trade', 1_234n * WAD + 1n);
  await chain.send(alice, bridge, 'send', 30_102, 10n * WAD + 5n);
  await chain.send(operator, bridge, 'receiveMessage', GUID, 30_102, bob, 4n * WAD);

  await chain.send(operator, assetToken, 'mint', said.address, GPU, 100n * WAD);
  await chain.send(operator, said, 'deployCapital', GPU, usdc.address, 100n * WAD, borrower);
  await chain.send(borrower, usdc, 'approve', minter.address, 10n ** 12n);
  await chain.send(operator, said, 'returnCapital', GPU, usdc.address, borrower, 40n * WAD, 0n);

  await chain.send(admin, redeemer, 'setWhitelisted', alice, true);
  await chain.send(admin, usdc, 'mint', redeemer.address, 1_000_000_000n);
  await chain.send(alice, aid, 'approve', redeemer.address, 50n * WAD);
  await chain.send(alice, redeemer, 'redeem', usdc.address, 50n * WAD, alice);
  await chain.send(admin, aid, 'grantRole', id('MINTER_ROLE'), admin);
  await chain.send(admin, aid, 'mint', bob, 7n);

  const roles = [
    ['aid', aid],
    ['said', said],
    ['minter', minter],
    ['redeemer', redeemer],
    ['bridge', bridge],
    ['reserveAsset', usdc],
  ] as const;
  index = await IndexedChain.of(chain, roles);
});
afterAll(() => chain.stop());

test('the contracts’ own logs explain every mint and burn; what an authority mints by hand is left', () => {
  const [row] = index.after().rows(supplyCause);
  const fee = ((1_234n * WAD + 1n) * 5n + 9_999n) / 10_000n;
  const volumes = Object.entries(row?.causes ?? {}).map(([cause, {minted, burned}]) => [cause, minted, burned]);
  expect(volumes.map(([cause, minted, burned]) => [cause, BigInt(minted ?? 0), BigInt(burned ?? 0)])).toEqual([
    ['DEPOSIT', 1_500n * WAD, 0n],
    ['CAPITAL_RETURN', 40n * WAD, 0n],
    ['REVENUE', 0n, 0n],
    ['REDEMPTION', 0n, 50n * WAD],
    ['DEPLOYMENT', 0n, 100n * WAD],
    ['FLASH_MINT', 1_234n * WAD + 1n, 1_234n * WAD + 1n + fee],
    ['BRIDGE', 4n * WAD, 10n * WAD],
    ['MIGRATION', 0n, 0n],
    ['UNCLASSIFIED', 7n, 0n],
  ]);
});

test('the causes and the ledger sum to totalSupply', async () => {
  const machine = index.after();
  const supply = await chain.read<bigint>(protocol.aid, 'totalSupply');
  const [row] = machine.rows(supplyCause);
  const net = Object.values(row?.causes ?? {}).reduce((sum, one) => sum + BigInt(one.minted) - BigInt(one.burned), 0n);
  expect(net).toBe(supply);
  expect(machine.rows(supplyChange).reduce((sum, {minted, burned}) => sum + minted - burned, 0n)).toBe(supply);
});

test('both ends of the bridge are kept as its logs say', () => {
  expect(index.after().rows(bridgeTransfer)).toMatchObject([
    {direction: 'SENT', eid: 30_102, amount: 10n * WAD, burned: 10n * WAD, account: alice.toLowerCase()},
    {direction: 'RECEIVED', guid: GUID, eid: 30_102, amount: 4n * WAD, account: bob.toLowerCase()},
  ]);
});
