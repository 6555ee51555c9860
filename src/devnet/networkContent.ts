import {
  ADMIN,
  ATTESTOR,
  CUSTODIAN,
  DEPLOYER,
  DEPUTY,
  ENDPOINT,
  FLASH_TRADER_OWNER,
  GUARD,
  ISSUER,
  KEEPER,
  OPERATOR,
  ORACLE,
  PRICE_ORACLE,
  SERVICE_PROVIDER,
  TREASURER,
  TREASURY,
  VALUER,
} from './accounts';
import {HOME_EID} from './deploy';
import {parametersOf, type NetworkParameters} from './networkParameters';
import type {ContractName, Protocol} from './protocol';
import {EXCHANGES, LIQUIDITY_PROVIDER, MERCHANTS} from './scenario/population';

/** Content of a network file. */
export interface NetworkContent {
  readonly name: string;
  readonly chainId: number;
  readonly finalityConfirmation: number;
  readonly startBlock: number;
  readonly readEvery: number;
  readonly custody: readonly string[];
  readonly contracts: readonly NetworkContract[];
  readonly parameters: NetworkParameters;
}

interface NetworkContract {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly fromBlock: number;
  readonly decimals?: number;
  readonly maxAgeSeconds?: number;
  readonly heartbeatSeconds?: number;
  readonly eid?: number;
}

/** What an address of the local chain is, by lower-case address. */
export type Labels = Readonly<Record<string, {readonly class: LabelClass; readonly name: string}>>;

/** What a labelled address does. */
export type LabelClass = 'AI_SERVICE' | 'DEX' | 'LENDING' | 'EXCHANGE' | 'BRIDGE' | 'TREASURY' | 'PROTOCOL';

const FINALITY_CONFIRMATION = 10;
/** A monthly report, published up to twenty days later, and a little patience: 55 days. */
const REPORT_MAX_AGE_SECONDS = 55 * 86_400;
/** Two monthly reports, the first published on the tenth day and the second on the twentieth, lie 41 days apart. */
const REPORT_HEARTBEAT_SECONDS = 45 * 86_400;
const REPORTS = {
  decimals: 8,
  maxAgeSeconds: REPORT_MAX_AGE_SECONDS,
  heartbeatSeconds: REPORT_HEARTBEAT_SECONDS,
} as const;
/** Prices come twice a day. */
const PRICE = {decimals: 8, maxAgeSeconds: 2 * 86_400} as const;

type Extra = Pick<NetworkContract, 'decimals' | 'maxAgeSeconds' | 'heartbeatSeconds' | 'eid'>;

const ROLES: readonly (readonly [contract: ContractName, role: string, name: string, extra?: Extra])[] = [
  ['aid', 'aid', 'AID', {decimals: 18}],
  ['said', 'said', 'sAID', {decimals: 18}],
  ['minter', 'minter', 'AID minter'],
  ['redeemer', 'redeemer', 'AID redeemer'],
  ['reserveFeed', 'reserveFeed', 'T-bills behind AID', REPORTS],
  ['usdc', 'reserveAsset', 'USDC', {decimals: 6}],
  ['usdt', 'reserveAsset', 'USDT', {decimals: 6}],
  ['assetRegistry', 'assetRegistry', 'Asset registry'],
  ['assetToken', 'assetToken', 'Asset token'],
  ['revenueDistributor', 'revenueDistributor', 'Revenue distributor'],
  ['bridge', 'bridge', 'AID bridge', {eid: HOME_EID}],
  ['poolPrice', 'aidPriceFeed', 'AID/USD in the pool', PRICE],
  ['exchangePrice', 'aidPriceFeed', 'AID/USD on exchanges', PRICE],
  ['sharePrice', 'saidPriceFeed', 'sAID/USD', PRICE],
];

const PLACES: readonly (readonly [contract: ContractName, kind: LabelClass, name: string])[] = [
  ['usdc', 'PROTOCOL', 'USDC'],
  ['usdt', 'PROTOCOL', 'USDT'],
  ['aid', 'PROTOCOL', 'AID'],
  ['said', 'PROTOCOL', 'sAID vault'],
  ['minter', 'PROTOCOL', 'AID minter'],
  ['redeemer', 'PROTOCOL', 'AID redeemer'],
  ['reserveFeed', 'PROTOCOL', 'T-bill feed'],
  ['assetRegistry', 'PROTOCOL', 'Asset registry'],
  ['assetToken', 'PROTOCOL', 'Asset token'],
  ['revenueDistributor', 'PROTOCOL', 'Revenue distributor'],
  ['poolPrice', 'PROTOCOL', 'AID price feed, pool'],
  ['exchangePrice', 'PROTOCOL', 'AID price feed, exchanges'],
  ['sharePrice', 'PROTOCOL', 'sAID price feed'],
  ['aidPool', 'DEX', 'AID/USDC pool'],
  ['saidPool', 'DEX', 'sAID/AID pool'],
  ['lendingMarket', 'LENDING', 'Lending market'],
  ['flashTrader', 'DEX', 'Flash trader'],
  ['bridge', 'BRIDGE', 'AID bridge'],
];

/**
 * The network file of a local chain.
 * @param readEvery blocks between two readings of the vault on the grid; as many as a day has
 */
export function networkOf(protocol: Protocol, readEvery: number): NetworkContent {
  const contracts = ROLES.map(([contract, role, name, extra]) => {
    const address = protocol.address[contract];
    return {role, name, address, fromBlock: protocol.createdAt[contract], ...extra};
  });
  const {chainId} = protocol;
  const clocks = {finalityConfirmation: FINALITY_CONFIRMATION, startBlock: 0, readEvery};
  return {name: 'local', chainId, ...clocks, custody: [], contracts, parameters: parametersOf(readEvery)};
}

/** The labels of a local chain. */
export function labelsOf(protocol: Protocol): Labels {
  const keepers = {ADMIN, ATTESTOR, CUSTODIAN, DEPLOYER, DEPUTY, ENDPOINT, GUARD, ISSUER, KEEPER, OPERATOR, ORACLE};
  const staff = {...keepers, PRICE_ORACLE, SERVICE_PROVIDER, TREASURER, VALUER};
  return Object.fromEntries([
    ...PLACES.map(([contract, kind, name]) => [protocol.address[contract], {class: kind, name}] as const),
    ...MERCHANTS.map((address, i) => [address, {class: 'AI_SERVICE', name: `AI service ${i + 1}`}] as const),
    ...EXCHANGES.map((address, i) => [address, {class: 'EXCHANGE', name: `Exchange ${i + 1}`}] as const),
    [TREASURY, {class: 'TREASURY', name: 'Treasury'}],
    [LIQUIDITY_PROVIDER, {class: 'DEX', name: 'Liquidity provider'}],
    [FLASH_TRADER_OWNER, {class: 'DEX', name: 'Flash trader, owner'}],
    ...Object.entries(staff).map(
      ([name, address]) => [address, {class: 'PROTOCOL', name: name.toLowerCase().replace('_', ' ')}] as const,
    ),
  ]);
}
