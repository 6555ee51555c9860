// The events of the synthetic year as the chain tells them: raw logs and readings, encoded with the published ABIs.
import {readFileSync} from 'node:fs';
import {Interface} from 'ethers';
import {CHAIN_ID} from './block.mjs';

const abi = (name) => new Interface(readFileSync(new URL(`../abi/${name}.json`, import.meta.url), 'utf8'));
const ABI = Object.fromEntries(
  ['erc20', 'minter', 'said', 'reserveFeed', 'assetRegistry', 'revenueDistributor'].map((name) => [name, abi(name)]),
);
const STATUSES = ['PENDING', 'ACTIVE'];
const LEGS = ['gross', 'passThrough', 'protocolFee', 'performanceFee', 'reserveContribution', 'netToVault'];
const WAD = 10n ** 18n;

/** Of each event: the contract's ABI, the log's name, its arguments. */
const LOGS = {
  TokenTransferred: (event) => ['erc20', 'Transfer', [event.from, event.to, event.amount]],
  CustodyTransferred: (event) => ['erc20', 'Transfer', [event.from, event.to, event.amount]],
  AidMinted: ({caller, recipient, collateral, collateralIn, aidOut, fee}) => [
    'minter',
    'Minted',
    [caller, recipient, collateral, collateralIn, aidOut, fee],
  ],
  Staked: ({owner, assets, shares}) => ['said', 'Deposit', [owner, owner, assets, shares]],
  NavMarked: ({epoch, totalAssets, unrealizedLoss, totalShares, stakingNav, unstakingNav}) => [
    'said',
    'NavUpdated',
    [epoch, totalAssets, unrealizedLoss, totalShares, stakingNav, unstakingNav],
  ],
  CapitalDeployed: ({assetId, destination, amount}) => ['said', 'CapitalDeployed', [assetId, destination, amount]],
  ReserveAnswered: ({roundId, valueUsd, valuationAt}) => [
    'reserveFeed',
    'AnswerUpdated',
    [valueUsd / 10n ** 10n, roundId, valuationAt],
  ],
  AssetRegistered: ({assetId, token, spId, principal, aprBps, startAt, maturityAt, metadataUri}) => [
    'assetRegistry',
    'AssetRegistered',
    [assetId, token, spId, 0, 0, principal, aprBps, startAt, maturityAt, metadataUri],
  ],
  AssetStatusChanged: ({assetId, oldStatus, newStatus}) => [
    'assetRegistry',
    'AssetStatusChanged',
    [assetId, STATUSES.indexOf(oldStatus), STATUSES.indexOf(newStatus)],
  ],
  RevenueDistributed: ({assetId, epoch, paidToHolders, dust, ...legs}) => [
    'revenueDistributor',
    'RevenueDistributed',
    [assetId, epoch, ...LEGS.map((leg) => legs[leg]), paidToHolders, dust],
  ],
};

/** The views of the vault that are read together: what is asked, and the field that answers. */
const VIEWS = [
  ['totalAssets', [], 'totalAssets'],
  ['totalSupply', [], 'totalShares'],
  ['convertToAssets', [WAD], 'stakingNav'],
  ['convertToAssetsWithLoss', [WAD], 'unstakingNav'],
  ['accruedIncome', [], 'accruedIncome'],
];

/** Rows of event_record that a block of events is decoded from. */
export const recordsOf = ({events}) => events.flatMap((event) => (LOGS[event.type] ? [logOf(event)] : readings(event)));

function logOf({meta, ...event}) {
  const [contract, name, args] = LOGS[event.type](event);
  const {topics, data} = ABI[contract].encodeEventLog(name, args);
  const {record, txHash} = meta;
  const logIndex = parseInt(record.split('-L')[1], 10);
  return {...placeOf(meta), kind: 'LOG', topics, data, txHash, txIndex: logIndex, logIndex};
}

function readings({meta, ...event}) {
  const {height, blockHash, at, record} = meta;
  const first = parseInt(record.split('-R')[1], 10);
  return VIEWS.map(([view, args, field], i) => ({
    ...placeOf(meta),
    id: `${record.split('-R')[0]}-R${String(first + i).padStart(5, '0')}`,
    kind: 'READING',
    topics: [],
    input: ABI.said.encodeFunctionData(view, args),
    data: ABI.said.encodeFunctionResult(view, [event[field]]),
    ...{readHeight: height, readHash: blockHash, readAt: new Date(at * 1000), reverted: false},
  }));
}

const placeOf = ({record, height, blockHash, at, address}) => ({
  ...{id: record, chainId: CHAIN_ID, height, blockHash, at: new Date(at * 1000), address},
});
