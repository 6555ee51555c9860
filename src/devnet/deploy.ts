import {encodeBytes32String, getCreateAddress, id, zeroPadValue} from 'ethers';
import {
  account,
  ADMIN,
  ATTESTOR,
  CUSTODIAN,
  DEPLOYER,
  ENDPOINT,
  GUARD,
  ISSUER,
  OPERATOR,
  ORACLE,
  PRICE_ORACLE,
  SERVICE_PROVIDER,
  TREASURER,
  TREASURY,
  VALUER,
} from './accounts';
import {artifact, creationCode} from './artifacts';
import {mineBlock, type MinedBlock, type Tx} from './mining';
import {CONTRACTS, Protocol, type Addresses, type ContractName} from './protocol';
import type {Rpc} from './rpc';

/** Mines one block of these transactions. */
export type Mine = (txs: readonly Tx[]) => Promise<MinedBlock>;

/** The fee on redemptions, basis points. */
export const REDEEM_FEE_BPS = 10;
/** Effectively no limit: what the redeemer on Ethereum has, AID wei a day. */
export const DAILY_REDEEM_LIMIT = 10n ** 36n;
/** Shares of revenue in basis points: 20 % of fees, and a reserve against losses. */
export const FIRST_FEES = {protocolFeeBps: 500, performanceFeeBps: 1500, reserveBps: 500} as const;
/** Feeds of prices in dollars with 8 decimals: two of AID, one of sAID. */
export const PRICE_FEEDS = ['poolPrice', 'exchangePrice', 'sharePrice'] as const;
/** The numbers of this chain and of the one across the bridge, which nobody indexes, in the bridge's own counting. */
export const HOME_EID = 40_161;
export const OUTPOST_EID = 40_231;
/** The other end of the bridge. */
const OUTPOST_PEER = zeroPadValue(account('adapter of the outpost'), 32);
/** Kinds of attestation, bytes32 ASCII. */
export const ATTESTATION_KINDS = ['LEGAL', 'TECHNICAL', 'FINANCIAL'].map(encodeBytes32String);

/**
 * Deploys the whole protocol and gives it its roles, collaterals and fees, in three blocks: the stablecoins and contracts,
 * the roles, the rules. The first report of the reserve feed says 0: nothing was held when it was made. Addresses follow
 * from the senders' nonces, so they are the same on every fresh chain.
 * @param mine how blocks are mined; default: 12 s after the newest one
 */
export async function deployProtocol(rpc: Rpc, mine: Mine = (txs) => mineBlock(rpc, txs)): Promise<Protocol> {
  const chainId = Number(await rpc.call<string>('eth_chainId'));
  const [deployerNonce, issuerNonce] = await Promise.all(
    [DEPLOYER, ISSUER].map(async (from) => Number(await rpc.call<string>('eth_getTransactionCount', from, 'latest'))),
  );
  const {address, txs} = creations(deployerNonce ?? 0, issuerNonce ?? 0);
  const {height, timestamp} = await mine(txs);
  const names = Object.keys(CONTRACTS) as ContractName[];
  const createdAt = Object.fromEntries(names.map((name) => [name, height])) as Record<ContractName, number>;
  const protocol = new Protocol(chainId, address, createdAt);
  await mine(roles(protocol));
  await mine(rules(protocol, timestamp));
  return protocol;
}

/** The transactions that create everything, and the addresses that result. */
function creations(deployerNonce: number, issuerNonce: number): {address: Addresses; txs: Tx[]} {
  const txs: Tx[] = [];
  const nonces = {[DEPLOYER]: deployerNonce, [ISSUER]: issuerNonce};
  const create = (name: string, args: readonly unknown[], from = DEPLOYER): string => {
    const nonce = nonces[from] ?? 0;
    nonces[from] = nonce + 1;
    txs.push({label: `create ${name}`, from, to: null, data: creationCode(name, args)});
    return getCreateAddress({from, nonce}).toLowerCase();
  };
  const proxy = (implementation: string, args: readonly unknown[]): string => {
    const target = create(implementation, []);
    return create('ERC1967Proxy', [target, artifact(implementation).abi.encodeFunctionData('initialize', args)]);
  };
  const usdc = create('Stablecoin', ['USD Coin', 'USDC'], ISSUER);
  const usdt = create('Stablecoin', ['Tether USD', 'USDT'], ISSUER);
  const aid = proxy('AID', [ADMIN]);
  const minter = create('Minter', [aid, ADMIN, CUSTODIAN]);
  const redeemer = create('Redeemer', [aid, ADMIN]);
  const reserveFeed = create('ReserveFeed', [ADMIN, 'T-bills behind AID / USD']);
  const said = proxy('StakedAID', [aid, minter, ADMIN]);
  const assetRegistry = create('AssetRegistry', [ADMIN]);
  const assetToken = create('AssetToken', [ADMIN]);
  const parties = [TREASURY, SERVICE_PROVIDER, ADMIN];
  const revenueDistributor = create('RevenueDistributor', [aid, minter, said, assetToken, ...parties]);
  const aidPool = create('LiquidityPool', [aid, usdc]);
  const saidPool = create('LiquidityPool', [said, aid]);
  const lendingMarket = create('LendingMarket', []);
  const bridge = create('AidOFTAdapter', [aid, HOME_EID, ADMIN]);
  const poolPrice = create('ReserveFeed', [ADMIN, 'AID / USD, in the pool']);
  const exchangePrice = create('ReserveFeed', [ADMIN, 'AID / USD, on exchanges']);
  const sharePrice = create('ReserveFeed', [ADMIN, 'sAID / USD']);
  const flashTrader = create('FlashTrader', [aid]);
  const tokens = {usdc, usdt, aid, said, minter, redeemer, reserveFeed, assetRegistry, assetToken, revenueDistributor};
  const places = {aidPool, saidPool, lendingMarket, bridge, poolPrice, exchangePrice, sharePrice, flashTrader};
  return {txs, address: {...tokens, ...places}};
}

function roles(protocol: Protocol): Tx[] {
  const grant = (contract: ContractName, role: string, to: string): Tx =>
    protocol.call(ADMIN, contract, 'grantRole', id(role), to);
  const {minter, redeemer, said, revenueDistributor, bridge} = protocol.address;
  return [
    grant('aid', 'MINTER_ROLE', minter),
    grant('aid', 'MINTER_ROLE', redeemer),
    grant('aid', 'BRIDGE_MINTER_ROLE', bridge),
    grant('aid', 'DENY_LIST_GUARD_ROLE', GUARD),
    grant('bridge', 'ENDPOINT_ROLE', ENDPOINT),
    ...PRICE_FEEDS.map((feed) => grant(feed, 'ORACLE_ROLE', PRICE_ORACLE)),
    grant('minter', 'TREASURER_ROLE', TREASURER),
    grant('minter', 'VAULT_ROLE', said),
    grant('minter', 'RETURN_ROLE', said),
    grant('minter', 'RETURN_ROLE', revenueDistributor),
    grant('reserveFeed', 'ORACLE_ROLE', ORACLE),
    grant('said', 'OPERATOR_ROLE', OPERATOR),
    grant('said', 'NAV_ROLE', VALUER),
    grant('assetToken', 'MINTER_ROLE', OPERATOR),
    grant('assetToken', 'VAULT_ROLE', said),
    grant('revenueDistributor', 'COLLECTOR_ROLE', OPERATOR),
  ];
}

function rules(protocol: Protocol, now: number): Tx[] {
  const {usdc, usdt, assetToken} = protocol.address;
  const {protocolFeeBps, performanceFeeBps, reserveBps} = FIRST_FEES;
  return [
    protocol.call(ADMIN, 'minter', 'configureCollateral', usdc, true, 0, REDEEM_FEE_BPS),
    protocol.call(ADMIN, 'minter', 'configureCollateral', usdt, true, 0, REDEEM_FEE_BPS),
    protocol.call(ADMIN, 'redeemer', 'configureCollateral', usdc, true, 0, REDEEM_FEE_BPS),
    protocol.call(ADMIN, 'redeemer', 'setDailyRedeemLimit', DAILY_REDEEM_LIMIT),
    protocol.call(ADMIN, 'said', 'setAssetToken', assetToken),
    protocol.call(ADMIN, 'revenueDistributor', 'setFeeConfig', protocolFeeBps, performanceFeeBps, reserveBps),
    ...ATTESTATION_KINDS.map((kind) => protocol.call(ADMIN, 'assetRegistry', 'setAttestor', ATTESTOR, kind, true)),
    protocol.call(ORACLE, 'reserveFeed', 'submit', 0n, now),
    protocol.call(ADMIN, 'bridge', 'setPeer', OUTPOST_EID, OUTPOST_PEER),
  ];
}
