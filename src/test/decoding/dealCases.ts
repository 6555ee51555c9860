import {address, ALICE, BOB, movement} from '../given';
import {ADDRESSES, bytes32, type Case} from './rawLogs';

const CAROL = address(0xc);
const assetId = bytes32('GPU-1');
const spId = bytes32('SIAM');

/** What the logs of the deals and of their revenue mean. */
export const DEAL_CASES: readonly Case[] = [
  [
    'assetRegistry',
    'AssetRegistered',
    [assetId, ADDRESSES.assetToken, spId, 1, 2, 10n ** 24n, 1500, 1_750_000_000n, 1_790_000_000n, 'ipfs://ä'],
    {
      type: 'AssetRegistered',
      ...{assetId, token: ADDRESSES.assetToken, spId, assetClass: 'ROBOTICS', dealType: 'HYBRID'},
      ...{principal: 10n ** 24n, aprBps: 1500, startAt: 1_750_000_000, maturityAt: 1_790_000_000},
      metadataUri: 'ipfs://ä',
    },
  ],
  [
    'assetRegistry',
    'AssetStatusChanged',
    [assetId, 2, 4],
    {type: 'AssetStatusChanged', assetId, oldStatus: 'LATE', newStatus: 'REPAID'},
  ],
  [
    'assetRegistry',
    'AssetAttested',
    [assetId, ALICE, bytes32('LEGAL'), 1_750_000_000n, bytes32('hash'), 'ipfs://doc'],
    {
      type: 'AssetAttested',
      ...{assetId, attestor: ALICE, kind: 'LEGAL', asOf: 1_750_000_000, dataHash: bytes32('hash'), uri: 'ipfs://doc'},
    },
  ],
  [
    'assetRegistry',
    'AssetValued',
    [assetId, 1_750_000_000n, 2n, 3n, 9100],
    {
      type: 'AssetValued',
      ...{assetId, asOf: 1_750_000_000, outstandingPrincipal: 2n, collateralValue: 3n, utilizationBps: 9100},
    },
  ],
  [
    'assetToken',
    'TransferSingle',
    [ALICE, BOB, CAROL, BigInt(assetId), 3n],
    {type: 'TokenTransferred', ...movement(BOB, CAROL, 3n, BigInt(assetId))},
  ],
  [
    'assetToken',
    'TransferBatch',
    [ALICE, BOB, CAROL, [7n, 8n], [3n, 4n]],
    [
      {type: 'TokenTransferred', ...movement(BOB, CAROL, 3n, 7n)},
      {type: 'TokenTransferred', ...movement(BOB, CAROL, 4n, 8n)},
    ],
  ],
  [
    'revenueDistributor',
    'RevenueReceived',
    [assetId, ALICE, ADDRESSES.aid, 0, 5n, 1n, 2n],
    {
      type: 'RevenueReceived',
      ...{assetId, payer: ALICE, currency: ADDRESSES.aid, kind: 'REVENUE', amount: 5n, periodStart: 1, periodEnd: 2},
    },
  ],
  [
    'revenueDistributor',
    'RevenueReceived',
    [assetId, ALICE, ADDRESSES.aid, 1, 5n, 1n, 2n],
    {
      type: 'RevenueReceived',
      ...{assetId, payer: ALICE, currency: ADDRESSES.aid, kind: 'PASS_THROUGH', amount: 5n},
      ...{periodStart: 1, periodEnd: 2},
    },
  ],
  [
    'revenueDistributor',
    'RevenueDistributed',
    [assetId, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n],
    {
      type: 'RevenueDistributed',
      ...{assetId, epoch: 1n, gross: 2n, passThrough: 3n, protocolFee: 4n, performanceFee: 5n},
      ...{reserveContribution: 6n, netToVault: 7n, paidToHolders: 8n, dust: 9n},
    },
  ],
  [
    'revenueDistributor',
    'RevenuePaid',
    [assetId, 1n, BOB, 2n],
    {type: 'RevenuePaid', assetId, epoch: 1n, holder: BOB, amount: 2n},
  ],
  [
    'revenueDistributor',
    'PaymentMissed',
    [assetId, 1_750_000_000n, 2n],
    {type: 'PaymentMissed', assetId, dueAt: 1_750_000_000, amountDue: 2n},
  ],
  [
    'revenueDistributor',
    'ReserveFundDrawn',
    [assetId, BOB, 2n],
    {type: 'ReserveFundDrawn', assetId, to: BOB, amount: 2n},
  ],
];
