import {address, ALICE, BOB} from '../given';
import {ADDRESSES, bytes32, type Case, type Known} from './rawLogs';

const CAROL = address(0xc);
const role = bytes32('role');
const guid = bytes32('message');
const WAD = 10n ** 18n;

const each = (speakers: readonly Known[], cases: (speaker: Known) => readonly Case[]): Case[] =>
  speakers.flatMap(cases);

/** Contracts whose roles are OpenZeppelin's. */
const GUARDED: readonly Known[] = [
  ...(['aid', 'said', 'minter', 'redeemer', 'reserveFeed', 'aidPriceFeed', 'saidPriceFeed'] as const),
  ...(['assetRegistry', 'assetToken', 'revenueDistributor', 'bridge'] as const),
];

/** What the logs of authorities, of the bridge, of cycles and of prices mean. */
export const AUTHORITY_CASES: readonly Case[] = [
  ...each(GUARDED, (by) => [
    [by, 'RoleGranted', [role, ALICE, BOB], {type: 'RoleGranted', role, account: ALICE, sender: BOB}],
    [by, 'RoleRevoked', [role, ALICE, BOB], {type: 'RoleRevoked', role, account: ALICE, sender: BOB}],
    [
      by,
      'RoleAdminChanged',
      [role, bytes32('before'), bytes32('after')],
      {type: 'RoleAdminChanged', role, previousAdmin: bytes32('before'), newAdmin: bytes32('after')},
    ],
  ]),
  ...each(['aid', 'said'], (by) => [
    [by, 'Paused', [ALICE], {type: 'PauseChanged', paused: true, account: ALICE}],
    [by, 'Unpaused', [ALICE], {type: 'PauseChanged', paused: false, account: ALICE}],
  ]),
  ...each(['aid', 'said', 'minter', 'redeemer'], (by) => [
    [by, 'Upgraded', [BOB], {type: 'ContractUpgraded', implementation: BOB}],
    [by, 'BeaconUpgraded', [BOB], {type: 'BeaconUpgraded', beacon: BOB}],
    [by, 'AdminChanged', [ALICE, BOB], {type: 'ProxyAdminChanged', previousAdmin: ALICE, newAdmin: BOB}],
  ]),
  ...each(['minter', 'redeemer'], (by) => [
    [
      by,
      'CollateralConfigured',
      [BOB, true, 1, 2],
      {type: 'CollateralConfigured', collateral: BOB, enabled: true, mintFeeBps: 1, redeemFeeBps: 2},
    ],
    [by, 'WhitelistUpdated', [BOB, false], {type: 'WhitelistUpdated', account: BOB, allowed: false}],
  ]),
  ['redeemer', 'DailyRedeemLimitSet', [1n, 2n], {type: 'RedeemLimitSet', oldLimit: 1n, newLimit: 2n}],
  [
    'revenueDistributor',
    'FeeConfigSet',
    [1, 2, 3],
    {type: 'FeesConfigured', protocolFeeBps: 1, performanceFeeBps: 2, reserveBps: 3},
  ],
  ['aid', 'FlashMinted', [ALICE, 7n], {type: 'FlashMinted', to: ALICE, amount: 7n}],
  ['aid', 'AddedToDenyList', [[ALICE, BOB]], {type: 'DenyListChanged', accounts: [ALICE, BOB], denied: true}],
  ['aid', 'RemovedFromDenyList', [[BOB]], {type: 'DenyListChanged', accounts: [BOB], denied: false}],
  [
    'bridge',
    'OFTSent',
    [guid, 30110, ALICE, 8n, 7n],
    {type: 'BridgeSent', guid, dstEid: 30110, from: ALICE, amountSent: 8n, amountReceived: 7n},
  ],
  ['bridge', 'OFTReceived', [guid, 30110, BOB, 7n], {type: 'BridgeReceived', guid, srcEid: 30110, to: BOB, amount: 7n}],
  ['bridge', 'PeerSet', [30110, guid], {type: 'BridgePeerSet', eid: 30110, peer: guid}],
  [
    'migration',
    'MigrationCompleted',
    [ALICE, ADDRESSES.aidAlpha, 7n],
    {type: 'AidMigrated', user: ALICE, aidAlpha: ADDRESSES.aidAlpha, amount: 7n},
  ],
  [
    'said',
    'WithdrawalCycleOpened',
    [1n, 2n, 3n, 4n, 1],
    {type: 'WithdrawalCycleOpened', cycleId: 1n, opensAt: 2, cutoffAt: 3, settlesAt: 4, policy: 'PRO_RATA'},
  ],
  [
    'said',
    'WithdrawalCycleSettled',
    [1n, 2n, 3n, 4n],
    {type: 'WithdrawalCycleSettled', cycleId: 1n, unstakingNav: 2n, assetsRequested: 3n, assetsPaid: 4n},
  ],
  [
    'said',
    'UnstakeQueueProcessed',
    [CAROL, 1n, 2n, 3n],
    {type: 'QueueProcessed', caller: CAROL, iterations: 1n, assetsPaid: 2n, nextRequestId: 3n},
  ],
  ...each(['aidPriceFeed', 'saidPriceFeed'], (by) => [
    [
      by,
      'AnswerUpdated',
      [99_500_000n, 9n, 1_750_000_000n],
      {
        type: 'PriceAnswered',
        ...{of: by === 'aidPriceFeed' ? 'AID' : 'SAID', roundId: 9n},
        ...{priceUsd: (995n * WAD) / 1000n, pricedAt: 1_750_000_000},
      },
    ],
  ]),
];
