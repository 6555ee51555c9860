// What the protocol's contracts say when somebody acts: the logs of a mint, a stake, a deal, a mark, a payment.
import {createRequire} from 'node:module';
import {address, assetId, CONTRACTS, DAY, hash, person} from './block.mjs';

const require = createRequire(import.meta.url);
const {ZERO_ADDRESS} = require('../lib/domain/ids.js');

export const WAD = 10n ** 18n;

/** AID or shares change hands. */
export const move = (block, by, from, to, amount) =>
  block.say(by, 'TokenTransferred', {from, to, fromRole: null, toRole: null, amount, tokenId: null});

/** AID for USDC: what the minter's logs say. */
export function mint(block, to, amount) {
  const {aid, usdc, minter} = CONTRACTS;
  const coins = amount / 10n ** 12n;
  block.begin();
  const ends = {from: to, to: minter.address, fromCustody: false, toCustody: true};
  block.say(usdc, 'CustodyTransferred', {...ends, amount: coins});
  move(block, aid, ZERO_ADDRESS, to, amount);
  const caller = {caller: to, callerRole: null, recipient: to};
  block.say(minter, 'AidMinted', {...caller, collateral: usdc.address, collateralIn: coins, aidOut: amount, fee: 0n});
}

/** Shares for AID, at the staking NAV, floored as the vault does. */
export function stake(block, owner, assets, vault) {
  const {aid, said} = CONTRACTS;
  const shares = (assets * (vault.shares + 1n)) / (vault.assets + 1n);
  block.begin();
  move(block, aid, owner, said.address, assets);
  move(block, said, ZERO_ADDRESS, owner, shares);
  block.say(said, 'Staked', {owner, assets, shares});
  Object.assign(vault, {assets: vault.assets + assets, shares: vault.shares + shares});
}

/** A deal is registered, and its capital leaves: AID of the vault is burned, a stablecoin leaves custody. */
export function deploy(block, n, amount) {
  const {aid, said, usdc, minter, registry} = CONTRACTS;
  const terms = {token: address(0xc9), spId: hash(1), assetClass: 'GPU', dealType: 'DEBT', principal: amount};
  const dates = {aprBps: 1500, startAt: block.at, maturityAt: block.at + 730 * DAY, metadataUri: 'ipfs://deal'};
  block.begin();
  block.say(registry, 'AssetRegistered', {assetId: assetId(n), ...terms, ...dates});
  block.say(registry, 'AssetStatusChanged', {assetId: assetId(n), oldStatus: 'PENDING', newStatus: 'ACTIVE'});
  block.begin();
  move(block, aid, said.address, ZERO_ADDRESS, amount);
  const coins = {from: minter.address, to: person(2), amount: amount / 10n ** 12n};
  block.say(usdc, 'CustodyTransferred', {...coins, fromCustody: true, toCustody: false});
  block.say(said, 'CapitalDeployed', {assetId: assetId(n), destination: person(2), amount});
}

/** The vault's books one per cent up. */
export function mark(block, vault) {
  vault.assets += vault.assets / 100n;
  vault.epoch += 1n;
  block.begin();
  block.say(CONTRACTS.said, 'NavMarked', {epoch: vault.epoch, unrealizedLoss: 0n, ...book(vault)});
}

/** Revenue of a deal, by its waterfall. */
export function pay(block, n, epoch) {
  const legs = {passThrough: 1n, protocolFee: 2n, performanceFee: 3n, reserveContribution: 4n, paidToHolders: 0n};
  const net = {netToVault: 10n ** 21n, dust: 0n, gross: 10n ** 21n + 10n};
  block.begin();
  block.say(CONTRACTS.distributor, 'RevenueDistributed', {assetId: assetId(n), epoch, ...legs, ...net});
}

/** The custodian's report of T-bills. */
export function attest(block, day) {
  const report = {roundId: BigInt(day), valueUsd: 10n ** 24n, valuationAt: block.at - 10 * DAY};
  block.begin();
  block.say(CONTRACTS.feed, 'ReserveAnswered', report);
}

/** What the vault's views answer. */
export function observe(block, vault) {
  const seen = {accruedIncome: 0n, aid: CONTRACTS.aid.address, effectiveHeight: block.height, effectiveAt: block.at};
  block.say(CONTRACTS.said, 'NavObserved', {...book(vault), ...seen}, true);
}

function book({assets, shares}) {
  const nav = (WAD * (assets + 1n)) / (shares + 1n);
  return {totalAssets: assets, totalShares: shares, stakingNav: nav, unstakingNav: nav};
}
