import {id, Interface, toBeHex, zeroPadValue} from 'ethers';
import {publishedAbi, publishedRoles} from './artifacts';
import {account, LocalChain, type Deployed} from './localChain';
import {admin, deployProtocol, giveAid, navKeeper, stakeNew, WAD, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');

let chain: LocalChain;
let protocol: Protocol;
let aidV2: Deployed;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveAid(chain, protocol, alice, 100n * WAD);
  await stakeNew(chain, protocol, bob, 50n * WAD);
});
afterAll(() => chain.stop());

/** What holders and roles see of AID. */
async function stateOfAid(): Promise<unknown[]> {
  const {aid, minter, said} = protocol;
  return Promise.all([
    chain.read(aid, 'name'),
    chain.read(aid, 'totalSupply'),
    chain.read(aid, 'balanceOf', alice),
    chain.read(aid, 'balanceOf', said.address),
    chain.read(aid, 'allowance', alice, bob),
    chain.read(aid, 'hasRole', id('MINTER_ROLE'), minter.address),
    chain.read(aid, 'paused'),
  ]);
}

test('the upgrade of AID keeps supply, balances, allowances, roles and pause', async () => {
  const {aid} = protocol;
  await chain.send(alice, aid, 'approve', bob, 12n);
  await chain.send(admin, aid, 'pause');
  const before = await stateOfAid();
  const implementation = await chain.deploy('AIDV2', [], admin);
  expect(await chain.refusal(alice, aid, 'upgradeToAndCall', implementation.address, '0x')).toBe(
    'AccessControlUnauthorizedAccount',
  );
  const [upgraded] = await chain.send(admin, aid, 'upgradeToAndCall', implementation.address, '0x');
  expect(upgraded?.args).toEqual({implementation: implementation.address});
  expect(await stateOfAid()).toEqual(before);
  aidV2 = chain.know(aid.address, implementation.abi);
  expect(await chain.refusal(alice, aidV2, 'initialize', alice)).toBe('InvalidInitialization');
  expect(await chain.refusal(alice, implementation, 'initialize', alice)).toBe('InvalidInitialization');
  await chain.send(admin, aidV2, 'unpause');
});

test('a payment with a reference is a transfer and its reference, in this order', async () => {
  const ref = id('invoice 7');
  const logs = await chain.send(alice, aidV2, 'transferWithReference', bob, 3n * WAD, ref);
  expect(logs.map(({name, args}) => [name, args])).toEqual([
    ['Transfer', {from: alice, to: bob, value: 3n * WAD}],
    ['PaymentReferenced', {from: alice, to: bob, ref, amount: 3n * WAD}],
  ]);
  expect(await chain.refusal(bob, aidV2, 'transferWithReference', alice, 4n * WAD, ref)).toBe(
    'ERC20InsufficientBalance',
  );
});

test('accepting terms leaves state and a log whose topic no published ABI knows', async () => {
  const termsHash = id('terms of 2026');
  const [log, ...others] = await chain.send(alice, aidV2, 'acceptTerms', termsHash);
  expect(others).toEqual([]);
  expect(log).toMatchObject({address: aidV2.address, name: '', data: termsHash});
  expect(log?.topics).toEqual([id('TermsAccepted(address,bytes32)'), zeroPadValue(toBeHex(alice), 32)]);
  expect(await chain.read(aidV2, 'termsOf', alice)).toBe(termsHash);

  const topics = publishedRoles().flatMap((role) => {
    const known: string[] = [];
    new Interface(publishedAbi(role)).forEachEvent((event) => known.push(event.topicHash));
    return known;
  });
  expect(topics).toContain(id('PaymentReferenced(address,address,bytes32,uint256)'));
  expect(topics).not.toContain(log?.topics[0]);
});

test('the upgrade of sAID keeps book, shares, requests and losses', async () => {
  const {said} = protocol;
  await chain.send(navKeeper, said, 'updateNav', 5n * WAD);
  await chain.send(navKeeper, said, 'setUnrealizedLoss', id('deal'), 2n * WAD);
  await chain.send(bob, said, 'unstake', 10n * WAD);
  const state = (): Promise<unknown[]> =>
    Promise.all([
      ...['totalAssets', 'totalSupply', 'pendingAssets', 'unrealizedLoss', 'accruedIncome', 'epoch', 'stakingNav'].map(
        (view) => chain.read(said, view),
      ),
      chain.read(said, 'getUnstakeRequest', bob),
      chain.read(said, 'unrealizedLossOf', id('deal')),
    ]);
  const before = await state();
  const implementation = await chain.deploy('StakedAID', [], admin);
  expect(await chain.refusal(bob, said, 'upgradeToAndCall', implementation.address, '0x')).toBe(
    'AccessControlUnauthorizedAccount',
  );
  await chain.send(admin, said, 'upgradeToAndCall', implementation.address, '0x');
  expect(await state()).toEqual(before);
  await chain.send(bob, said, 'processUnstakeQueue', 1n);
  expect(await chain.read(said, 'getUnstakeRequest', bob)).toEqual([0n, 0n]);
});
