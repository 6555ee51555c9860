import {id, ZeroAddress} from 'ethers';
import {account, LocalChain} from './localChain';
import {admin, deployProtocol, giveAid, giveUsdc, WAD, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');
const issuer = account('issuer');

let chain: LocalChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await chain.send(admin, protocol.aid, 'grantRole', id('MINTER_ROLE'), issuer);
  await giveAid(chain, protocol, alice, 1_000n * WAD);
});
afterAll(() => chain.stop());

/** Minted less burned, by the zero-address transfers since the genesis block. */
async function issuedByLogs(): Promise<bigint> {
  const transfers = (await chain.history()).filter(
    ({address, name}) => address === protocol.aid.address && name === 'Transfer',
  );
  return transfers.reduce((sum, {args}) => {
    const minted = args.from === ZeroAddress ? (args.value as bigint) : 0n;
    const burned = args.to === ZeroAddress ? (args.value as bigint) : 0n;
    return sum + minted - burned;
  }, 0n);
}

describe('AID', () => {
  test('only mint and burn move the supply', async () => {
    const {aid} = protocol;
    const before = await chain.read<bigint>(aid, 'totalSupply');
    await chain.send(alice, aid, 'transfer', bob, 10n * WAD);
    await chain.send(alice, aid, 'approve', bob, 5n * WAD);
    await chain.send(bob, aid, 'transferFrom', alice, bob, 5n * WAD);
    await chain.send(admin, aid, 'pause');
    await chain.send(admin, aid, 'unpause');
    expect(await chain.read(aid, 'totalSupply')).toBe(before);

    await chain.send(issuer, aid, 'mint', bob, 7n);
    expect(await chain.read(aid, 'totalSupply')).toBe(before + 7n);
    await chain.send(bob, aid, 'approve', issuer, 3n);
    await chain.send(issuer, aid, 'burn', bob, 3n);
    expect(await chain.read(aid, 'totalSupply')).toBe(before + 4n);
    expect(await issuedByLogs()).toBe(before + 4n);
  });

  test('a pause stops mint and burn and nothing else', async () => {
    const {aid, minter, usdc} = protocol;
    await giveUsdc(chain, protocol, alice, 1_000_000n);
    await chain.send(admin, aid, 'pause');
    expect(await chain.refusal(issuer, aid, 'mint', bob, 1n)).toBe('EnforcedPause');
    expect(await chain.refusal(issuer, aid, 'burn', issuer, 0n)).toBe('EnforcedPause');
    expect(await chain.refusal(alice, minter, 'mint', usdc.address, 1_000_000n, alice)).toBe('EnforcedPause');

    const before = await chain.read<bigint>(aid, 'balanceOf', bob);
    await chain.send(alice, aid, 'transfer', bob, WAD);
    expect(await chain.read(aid, 'balanceOf', bob)).toBe(before + WAD);
    await chain.send(admin, aid, 'unpause');
    await chain.send(issuer, aid, 'mint', bob, 1n);
  });

  test('only a minter mints and burns, and a holder must have approved the burn', async () => {
    const {aid} = protocol;
    const refused = 'AccessControlUnauthorizedAccount';
    expect(await chain.refusal(alice, aid, 'mint', alice, 1n)).toBe(refused);
    expect(await chain.refusal(alice, aid, 'burn', alice, 1n)).toBe(refused);
    expect(await chain.refusal(alice, aid, 'pause')).toBe(refused);
    expect(await chain.refusal(issuer, aid, 'burn', alice, 1n)).toBe('ERC20InsufficientAllowance');

    await chain.send(alice, aid, 'approve', issuer, 2n);
    await chain.send(issuer, aid, 'burn', alice, 2n);
    expect(await chain.read(aid, 'allowance', alice, issuer)).toBe(0n);
    await chain.send(issuer, aid, 'mint', issuer, 5n);
    await chain.send(issuer, aid, 'burn', issuer, 5n);
  });
});
