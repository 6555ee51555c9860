import {id, ZeroAddress} from 'ethers';
import {account, LocalChain, type Happened} from './localChain';
import {admin, deployProtocol, giveAid, WAD, type Protocol} from './protocol';

const [alice, bob, carol] = ['alice', 'bob', 'carol'].map(account) as [string, string, string];
const guard = account('guard');
const DENIED = id('DENIED_ADDRESS_ROLE');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await chain.send(admin, protocol.aid, 'grantRole', id('DENY_LIST_GUARD_ROLE'), guard);
  for (const who of [alice, bob]) await giveAid(chain, protocol, who, 100n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const deny = (...accounts: string[]): Promise<Happened[]> => chain.send(guard, protocol.aid, 'addToDenyList', accounts);
const admit = (...accounts: string[]): Promise<Happened[]> =>
  chain.send(guard, protocol.aid, 'removeFromDenyList', accounts);
const transferRefusal = (from: string, to: string): Promise<string | undefined> =>
  chain.refusal(from, protocol.aid, 'transfer', to, 1n);
const isDenied = (who: string): Promise<boolean> => chain.read(protocol.aid, 'isDenied', who);

/** What a call said: role events by account, list events by their accounts. */
const said = (logs: readonly Happened[]): unknown[] =>
  logs.map(({name, args}) => [name, name.startsWith('Role') ? args['account'] : [...(args['accounts'] as string[])]]);

test('a change emits a role event for each account that changes, and one list event with all that were named', async () => {
  expect(said(await deny(alice, bob))).toEqual([
    ['RoleGranted', alice],
    ['RoleGranted', bob],
    ['AddedToDenyList', [alice, bob]],
  ]);
  expect(said(await deny(bob, carol, carol))).toEqual([
    ['RoleGranted', carol],
    ['AddedToDenyList', [bob, carol, carol]],
  ]);
  expect(said(await deny(alice))).toEqual([['AddedToDenyList', [alice]]]);
  expect(said(await admit(alice, admin))).toEqual([
    ['RoleRevoked', alice],
    ['RemovedFromDenyList', [alice, admin]],
  ]);
  expect(await Promise.all([alice, bob, carol].map(isDenied))).toEqual([false, true, true]);
});

test('the role events carry the role of denied addresses and the guard', async () => {
  const [granted] = await deny(alice);
  expect(granted?.args).toEqual({role: DENIED, account: alice, sender: guard});
});

test('only the guard changes the list', async () => {
  for (const method of ['addToDenyList', 'removeFromDenyList']) {
    expect(await chain.refusal(alice, protocol.aid, method, [bob])).toBe('AccessControlUnauthorizedAccount');
  }
});

test('a denied account neither sends nor receives, by no path; once admitted it does again', async () => {
  const {aid, minter, usdc} = protocol;
  await chain.send(alice, aid, 'approve', carol, 5n);
  await deny(alice);
  expect(await transferRefusal(alice, bob)).toBe('DeniedAddress');
  expect(await transferRefusal(bob, alice)).toBe('DeniedAddress');
  expect(await chain.refusal(carol, aid, 'transferFrom', alice, bob, 1n)).toBe('DeniedAddress');
  await chain.send(admin, usdc, 'mint', bob, 10n ** 6n);
  await chain.send(bob, usdc, 'approve', minter.address, 10n ** 6n);
  expect(await chain.refusal(bob, minter, 'mint', usdc.address, 10n ** 6n, alice)).toBe('DeniedAddress');
  expect(await transferRefusal(bob, carol)).toBeUndefined();
  await admit(alice);
  expect(await transferRefusal(alice, bob)).toBeUndefined();
});

test('a denied account cannot let itself off by giving its role back, and other roles can be given back', async () => {
  const {aid} = protocol;
  await deny(alice);
  expect(await chain.refusal(alice, aid, 'renounceRole', DENIED, alice)).toBe('DeniedAddress');
  await chain.send(guard, aid, 'renounceRole', id('DENY_LIST_GUARD_ROLE'), guard);
  expect(await chain.refusal(guard, aid, 'addToDenyList', [bob])).toBe('AccessControlUnauthorizedAccount');
});

test('the zero address on the list stops no mint and no burn', async () => {
  await deny(ZeroAddress);
  await giveAid(chain, protocol, carol, WAD);
  await chain.send(admin, protocol.aid, 'grantRole', id('MINTER_ROLE'), bob);
  await chain.send(bob, protocol.aid, 'burn', bob, WAD);
});
