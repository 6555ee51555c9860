import {BadInput} from './badInput';
import {chooseChain, contractsAt, inForce, type IndexedChain} from './chains';

const chain = (chainId: number, ...roles: string[]): IndexedChain => ({
  chainId,
  network: `net${chainId}`,
  headHeight: null,
  begun: true,
  contracts: roles.map((role) => ({role, name: role, address: '0x1', fromBlock: 10, toBlock: 20})),
  parameters: {},
  labels: {},
});

test('a question is about the chain named, else the one with the vault, else the lowest id', () => {
  const chains = [chain(1, 'aid'), chain(2, 'aid', 'said'), chain(3, 'aid')];
  expect(chooseChain(chains, 3).chainId).toBe(3);
  expect(chooseChain(chains).chainId).toBe(2);
  expect(chooseChain([chain(1), chain(3)], null).chainId).toBe(1);
});

test('a chain that is not indexed is refused with those that are', () => {
  expect(() => chooseChain([chain(1), chain(2)], 9)).toThrow(
    new BadInput('Chain 9 is not indexed here: ask for 1 (net1), 2 (net2).'),
  );
  expect(() => chooseChain([])).toThrow(/^Nothing is indexed yet/);
});

test('a contract is in its role from its first to its last block', () => {
  const one = chain(1, 'reserveFeed');
  expect([9, 10, 20, 21].map((height) => contractsAt(one, 'reserveFeed', height).length)).toEqual([0, 1, 1, 0]);
});

test('the newest entry from at or below a block is in force there, whatever the order of the list', () => {
  const entries = [
    {fromBlock: 20, bps: 3},
    {fromBlock: 5, bps: 1},
    {fromBlock: 10, bps: 2},
  ];
  expect([4, 5, 9, 10, 19, 20, 99].map((height) => inForce(entries, height)?.bps)).toEqual([
    undefined,
    ...[1, 1, 2, 2, 3, 3],
  ]);
  expect(inForce(undefined, 5)).toBeUndefined();
});
