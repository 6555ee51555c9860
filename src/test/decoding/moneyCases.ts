import {ZeroAddress} from 'ethers';
import {address, ALICE, BOB, movement} from '../given';
import {ADDRESSES, bytes32, type Case} from './rawLogs';

const CUSTODIAN = address(0xc);
const assetId = bytes32('GPU-1');
const WAD = 10n ** 18n;
const UINT256 = 2n ** 256n - 1n;

const tbill = {type: 'TbillMoved', feed: ADDRESSES.reserveFeed, feedName: 'the reserveFeed', feedDecimals: 8} as const;
const moved = {type: 'TokenTransferred'} as const;
const reserve = {type: 'ReserveMoved', asset: ADDRESSES.reserveAsset, decimals: 6} as const;
const custody = {type: 'CustodyTransferred', amount: 5n} as const;

/** What the logs of AID, the vault and the reserves mean. */
export const MONEY_CASES: readonly Case[] = [
  ['aid', 'Transfer', [ALICE, BOB, UINT256], {...moved, ...movement(ALICE, BOB, UINT256)}],
  ['aid', 'Transfer', [ZeroAddress, BOB, 7n], {...moved, ...movement(ZeroAddress, BOB, 7n)}],
  [
    'aid',
    'PaymentReferenced',
    [ALICE, BOB, bytes32('invoice'), 7n],
    {type: 'PaymentReferenced', from: ALICE, to: BOB, reference: bytes32('invoice'), amount: 7n},
  ],
  ['said', 'Transfer', [ALICE, BOB, 7n], {...moved, ...movement(ALICE, BOB, 7n)}],
  [
    'said',
    'Transfer',
    [ALICE, ADDRESSES.minter, 7n],
    {...moved, ...movement(ALICE, ADDRESSES.minter, 7n), toRole: 'minter'},
  ],
  ['said', 'Deposit', [ALICE, BOB, 7n, 6n], {type: 'Staked', owner: BOB, assets: 7n, shares: 6n}],
  [
    'said',
    'Withdraw',
    [ALICE, BOB, CUSTODIAN, 7n, 6n],
    {type: 'Withdrawn', owner: CUSTODIAN, receiver: BOB, assets: 7n, shares: 6n},
  ],
  [
    'said',
    'UnstakeRequested',
    [1n, ALICE, 2n, 3n, 4n, 5n],
    {
      type: 'UnstakeRequested',
      ...{requestId: 1n, owner: ALICE, cycleId: 2n, shares: 3n, assetsQuoted: 4n, unstakingNav: 5n},
    },
  ],
  [
    'said',
    'UnstakeFilled',
    [1n, ALICE, 2n, 3n, 4n],
    {type: 'UnstakeFilled', requestId: 1n, owner: ALICE, cycleId: 2n, assetsPaid: 3n, assetsRemaining: 4n},
  ],
  [
    'said',
    'NavUpdated',
    [1n, 2n, 3n, 4n, 5n, 6n],
    {
      type: 'NavMarked',
      ...{epoch: 1n, totalAssets: 2n, unrealizedLoss: 3n, totalShares: 4n, stakingNav: 5n, unstakingNav: 6n},
    },
  ],
  [
    'said',
    'UnrealizedLossSet',
    [assetId, 1n, 2n, 3n],
    {type: 'LossRecognized', assetId, epoch: 1n, oldLoss: 2n, newLoss: 3n},
  ],
  [
    'said',
    'LossRealized',
    [assetId, 1n, 2n, 3n],
    {type: 'LossRealized', assetId, epoch: 1n, amount: 2n, coveredByReserve: 3n},
  ],
  ['said', 'CapitalDeployed', [assetId, BOB, 2n], {type: 'CapitalDeployed', assetId, destination: BOB, amount: 2n}],
  ['said', 'CapitalReturned', [assetId, 2n, 3n], {type: 'CapitalReturned', assetId, principal: 2n, income: 3n}],
  [
    'minter',
    'Minted',
    [ALICE, BOB, ADDRESSES.reserveAsset, 1n, 2n, 3n],
    {
      type: 'AidMinted',
      ...{caller: ALICE, callerRole: null, recipient: BOB, collateral: ADDRESSES.reserveAsset},
      ...{collateralIn: 1n, aidOut: 2n, fee: 3n},
    },
  ],
  [
    'minter',
    'Minted',
    [ADDRESSES.said, BOB, ADDRESSES.reserveAsset, 1n, 2n, 3n],
    {
      type: 'AidMinted',
      ...{caller: ADDRESSES.said, callerRole: 'said', recipient: BOB, collateral: ADDRESSES.reserveAsset},
      ...{collateralIn: 1n, aidOut: 2n, fee: 3n},
    },
  ],
  [
    'minter',
    'ReserveMoved',
    [ADDRESSES.reserveAsset, CUSTODIAN, bytes32('TBILL_BUY'), 1_500_000n],
    [
      {...reserve, destination: CUSTODIAN, purpose: 'TBILL_BUY', amount: 1_500_000n},
      {...tbill, amountUsd: (3n * WAD) / 2n},
    ],
  ],
  [
    'minter',
    'ReserveMoved',
    [ADDRESSES.reserveAsset, CUSTODIAN, bytes32('TBILL_SELL'), 1_500_000n],
    [
      {...reserve, destination: CUSTODIAN, purpose: 'TBILL_SELL', amount: 1_500_000n},
      {...tbill, amountUsd: (-3n * WAD) / 2n},
    ],
  ],
  [
    'minter',
    'ReserveMoved',
    [ADDRESSES.reserveAsset, BOB, bytes32('DEPLOYMENT'), 1n],
    {...reserve, destination: BOB, purpose: 'DEPLOYMENT', amount: 1n},
  ],
  [
    'redeemer',
    'Redeemed',
    [ALICE, BOB, ADDRESSES.reserveAsset, 1n, 2n, 3n],
    {
      type: 'AidRedeemed',
      ...{owner: ALICE, receiver: BOB, collateral: ADDRESSES.reserveAsset, aidIn: 1n, collateralOut: 2n, fee: 3n},
    },
  ],
  [
    'reserveFeed',
    'AnswerUpdated',
    [250_000_000n, 9n, 1_750_000_000n],
    {type: 'ReserveAnswered', roundId: 9n, valueUsd: (5n * WAD) / 2n, valuationAt: 1_750_000_000},
  ],
  [
    'reserveAsset',
    'Transfer',
    [ALICE, ADDRESSES.minter, 5n],
    {...custody, from: ALICE, to: ADDRESSES.minter, fromCustody: false, toCustody: true},
  ],
  [
    'reserveAsset',
    'Transfer',
    [ADDRESSES.minter, ADDRESSES.redeemer, 5n],
    {...custody, from: ADDRESSES.minter, to: ADDRESSES.redeemer, fromCustody: true, toCustody: true},
  ],
  ['reserveAsset', 'Transfer', [ALICE, BOB, 5n], []],
];
