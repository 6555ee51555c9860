import {ALICE, CHAIN_ID, SAID, event, given, timeOf} from '../test/given';
import {contractRowId} from './ids';
import {evolveRequest, requestKey} from './unstakeRequest';

const requested = event('UnstakeRequested', {
  requestId: 7n,
  owner: ALICE,
  cycleId: 0n,
  shares: 100n,
  assetsQuoted: 104n,
  unstakingNav: 1_040_000_000_000_000_000n,
});
const filled = (assetsPaid: bigint, assetsRemaining: bigint, height = 2) =>
  event('UnstakeFilled', {requestId: 7n, owner: ALICE, cycleId: 0n, assetsPaid, assetsRemaining}, {height});

test('a request fixes its AID amount and starts unpaid', () => {
  given(evolveRequest)
    .when(requested)
    .then({
      id: `${contractRowId(CHAIN_ID, SAID.address)}-0000000007`,
      vault: contractRowId(CHAIN_ID, SAID.address),
      requestId: 7n,
      owner: ALICE,
      shares: 100n,
      assetsQuoted: 104n,
      assetsPaid: 0n,
      assetsRemaining: 104n,
      status: 'PENDING',
      fillCount: 0,
      requestedAt: timeOf(1),
      settledAt: null,
    });
  expect(requestKey(filled(1n, 103n))).toBe(requestKey(requested));
});

test('requested is paid plus remaining after every fill, and the last one settles it', () => {
  given(evolveRequest, requested)
    .when(filled(4n, 100n))
    .then({status: 'PARTIALLY_FILLED', assetsPaid: 4n, assetsRemaining: 100n, fillCount: 1, settledAt: null});
  given(evolveRequest, requested, filled(4n, 100n))
    .when(filled(100n, 0n, 9))
    .then({status: 'SETTLED', assetsPaid: 104n, assetsRemaining: 0n, fillCount: 2, settledAt: timeOf(9)});
});

test('a fill that leaves another remainder than quoted less paid is refused', () => {
  const sentence = 'A fill does not fit its unstake request: requested is not paid plus remaining.';
  given(evolveRequest, requested).when(filled(4n, 99n)).thenRefused(sentence);
  given(evolveRequest, requested, filled(4n, 100n)).when(filled(4n, 100n)).thenRefused(sentence);
  given(evolveRequest, requested, filled(104n, 0n)).when(filled(1n, 0n)).thenRefused(sentence);
});

test('a fill without a request is refused', () => {
  given(evolveRequest).when(filled(104n, 0n)).thenRefused('A fill does not fit its unstake request');
});
