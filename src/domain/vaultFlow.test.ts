import {ALICE, assetIdOf, BOB, CHAIN_ID, event, SAID, timeOf} from '../test/given';
import {MILLION, reading} from '../test/vaultStory';
import {contractRowId} from './ids';
import {emptyPosition} from './stakePositionRow';
import {emptyBook} from './vaultBookRow';
import type {VaultFlowRow} from './vaultFlow';
import {evolveFlow, flowKeys, flowPosition, flowVault, type FlowEvent} from './vaultFlowFact';

const GPU = assetIdOf('GPU-1');
const VAULT = contractRowId(CHAIN_ID, SAID.address);
const seen = reading({totalAssets: 5n, totalShares: 5n}, {effectiveHeight: 4, height: 9});
const BOOK = {...emptyBook(VAULT, seen.meta), bookAssets: 900n, totalShares: 800n, stakingNav: 11n, unstakingNav: 10n};

/** The rows of an event, in the order of their ids. */
const flowsOf = (one: FlowEvent, book = flowVault(one) === VAULT ? BOOK : undefined): VaultFlowRow[] => {
  const position = {...emptyPosition('p', VAULT, ALICE, one.meta), lastExitCost: 40n, lastExitEntryAt: 7};
  return flowKeys(one).flatMap(
    (id) => evolveFlow(one, id, book, flowPosition(one) === null ? undefined : position) ?? [],
  );
};

const legs = {passThrough: 10n, protocolFee: 2n, performanceFee: 15n, reserveContribution: 3n};
const distributed = (netToVault: bigint, paidToHolders: bigint, dust: bigint): FlowEvent =>
  event('RevenueDistributed', {
    ...{assetId: GPU, epoch: 1n, gross: 30n + netToVault + paidToHolders + dust},
    ...{...legs, netToVault, paidToHolders, dust},
  });

test('a flow carries the vault after it', () => {
  expect(flowsOf(event('Staked', {owner: ALICE, assets: 100n, shares: 90n}, {height: 3}))).toMatchObject([
    {
      ...{kind: 'STAKE', vault: VAULT, owner: ALICE, amount: 100n, shares: 90n, totalAssets: 900n, totalShares: 800n},
      ...{stakingNav: 11n, unstakingNav: 10n, height: 3, effectiveHeight: 3, at: timeOf(3)},
    },
  ]);
});

test('an exit carries what its shares had cost and when they had come', () => {
  const request = {requestId: 3n, owner: ALICE, cycleId: 0n, shares: 50n, assetsQuoted: 52n, unstakingNav: 9n};
  expect(flowsOf(event('UnstakeRequested', request))).toMatchObject([
    {kind: 'UNSTAKE', requestId: 3n, amount: 52n, shares: 50n, cost: 40n, entryAt: 7, unstakingNav: 9n},
  ]);
  expect(flowsOf(event('Withdrawn', {owner: ALICE, receiver: BOB, assets: 5n, shares: 4n}))).toMatchObject([
    {kind: 'WITHDRAW', requestId: null, amount: 5n, shares: 4n, cost: 40n},
  ]);
});

test('capital that comes back with income makes two rows, in the order of their ids', () => {
  const both = flowsOf(event('CapitalReturned', {assetId: GPU, principal: 100n, income: 7n}));
  expect(both.map(({kind, amount}) => [kind, amount])).toEqual([
    ['INCOME', 7n],
    ['PRINCIPAL', 100n],
  ]);
  expect(both.map(({id}) => id)).toEqual(both.map(({id}) => id).sort());
  expect(flowsOf(event('CapitalReturned', {assetId: GPU, principal: 0n, income: 7n}))).toMatchObject([
    {kind: 'INCOME'},
  ]);
});

test('the vault’s part of the fees is that of the net, floored; a distribution wholly to others is no flow', () => {
  expect(flowsOf(distributed(60n, 39n, 1n))).toMatchObject([
    {kind: 'REVENUE', amount: 61n, fees: (20n * 61n) / 100n, vault: null},
  ]);
  expect(flowsOf(distributed(100n, 0n, 0n))).toMatchObject([{amount: 100n, fees: 20n, totalAssets: null}]);
  expect(flowsOf(distributed(0n, 100n, 0n))).toEqual([]);
  expect(flowsOf(distributed(0n, 0n, 0n))).toMatchObject([{amount: 0n, fees: 20n}]);
});

test('the reserve fund’s money is a flow where it goes to a vault', () => {
  expect(flowsOf(event('ReserveFundDrawn', {assetId: GPU, to: SAID.address, amount: 9n}))).toMatchObject([
    {kind: 'COVER', amount: 9n, vault: VAULT},
  ]);
  expect(flowsOf(event('ReserveFundDrawn', {assetId: GPU, to: ALICE, amount: 9n}))).toEqual([]);
});

test('a mark found later is a flow of the block at which the book changed', () => {
  const book = {
    ...BOOK,
    lastChangeRecord: seen.meta.record,
    lastKind: 'MARK',
    lastChange: -3n,
    lastAbsorbed: 4n,
  } as const;
  expect(flowsOf(seen, book)).toMatchObject([
    {kind: 'MARK', amount: -3n, absorbed: 4n, effectiveHeight: 4, at: timeOf(4), height: 9, txHash: null},
  ]);
  expect(flowsOf(seen, {...book, lastChangeRecord: 'another'})).toEqual([]);
});

test('losses, draws and fills are told as they are', () => {
  const loss = event('LossRealized', {assetId: GPU, epoch: 1n, amount: MILLION, coveredByReserve: 5n});
  expect(flowsOf(loss)).toMatchObject([{kind: 'LOSS', amount: MILLION, covered: 5n, assetId: GPU}]);
  expect(flowsOf(event('CapitalDeployed', {assetId: GPU, destination: BOB, amount: 8n}))).toMatchObject([
    {kind: 'DEPLOY', amount: 8n, assetId: GPU},
  ]);
  const filled = {requestId: 3n, owner: ALICE, cycleId: 0n, assetsPaid: 6n, assetsRemaining: 1n};
  expect(flowsOf(event('UnstakeFilled', filled))).toMatchObject([
    {kind: 'FILL', requestId: 3n, amount: 6n, remaining: 1n},
  ]);
});
