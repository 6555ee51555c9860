import type {EventOf} from '../domain/event';
import {ZERO_ADDRESS} from '../domain/ids';
import {markFact, type NavMarkRow} from '../domain/navMark';
import {evolveVault, type StakingVaultRow, type VaultEvent} from '../domain/stakingVault';
import {ALICE, assetIdOf, event, movement, SAID, timeOf, type Place} from './given';

const WAD = 10n ** 18n;
export const MILLION = 1_000_000n * WAD;

/** Assets of one whole share as the contract answers them: ERC-4626 of OpenZeppelin 5, floored. */
export const navOf = (assets: bigint, shares: bigint): bigint => (WAD * (assets + 1n)) / (shares + 1n);

export const mint = (shares: bigint, place?: Place): VaultEvent =>
  event('TokenTransferred', movement(ZERO_ADDRESS, ALICE, shares), {by: SAID, ...place});

const burn = (shares: bigint, place?: Place): VaultEvent =>
  event('TokenTransferred', movement(ALICE, ZERO_ADDRESS, shares), {by: SAID, ...place});

/** The logs of a deposit. */
export const staked = (assets: bigint, shares: bigint, place?: Place): VaultEvent[] => [
  mint(shares, place),
  event('Staked', {owner: ALICE, assets, shares}, place),
];

/** The logs of a request to unstake. */
export const unstaked = (shares: bigint, assetsQuoted: bigint, place?: Place): VaultEvent[] => [
  burn(shares, place),
  event('UnstakeRequested', {requestId: 1n, owner: ALICE, cycleId: 0n, shares, assetsQuoted, unstakingNav: WAD}, place),
];

/** The logs of an ERC-4626 exit. */
export const withdrawn = (shares: bigint, assets: bigint, place?: Place): VaultEvent[] => [
  burn(shares, place),
  event('Withdrawn', {owner: ALICE, receiver: ALICE, assets, shares}, place),
];

interface Book {
  readonly totalAssets: bigint;
  readonly totalShares: bigint;
  readonly unrealizedLoss?: bigint;
}

/** NavUpdated, with the NAVs that follow from its book. */
export function updated(mark: Book & {epoch: bigint}, place?: Place): EventOf<'NavMarked'> {
  const {epoch, totalAssets, totalShares, unrealizedLoss = 0n} = mark;
  const stakingNav = navOf(totalAssets, totalShares);
  const unstakingNav = navOf(totalAssets - unrealizedLoss, totalShares);
  return event('NavMarked', {epoch, totalAssets, totalShares, unrealizedLoss, stakingNav, unstakingNav}, place);
}

/** What the views answer for a book; `effectiveHeight` where the state read is that of an earlier block. */
export function reading(
  {totalAssets, totalShares, unrealizedLoss = 0n}: Book,
  {effectiveHeight, ...place}: Place & {effectiveHeight?: number} = {},
): EventOf<'NavObserved'> {
  const height = effectiveHeight ?? place.height ?? 1;
  return event(
    'NavObserved',
    {
      totalAssets,
      totalShares,
      stakingNav: navOf(totalAssets, totalShares),
      unstakingNav: navOf(totalAssets - unrealizedLoss, totalShares),
      accruedIncome: null,
      aid: null,
      effectiveHeight: height,
      effectiveAt: timeOf(height),
    },
    {...place, earlier: effectiveHeight !== undefined},
  );
}

export const recognized = (oldLoss: bigint, newLoss: bigint, place?: Place): EventOf<'LossRecognized'> =>
  event('LossRecognized', {assetId: assetIdOf('GPU-1'), epoch: 2n, oldLoss, newLoss}, place);

export const realized = (amount: bigint, place?: Place): EventOf<'LossRealized'> =>
  event('LossRealized', {assetId: assetIdOf('GPU-1'), epoch: 3n, amount, coveredByReserve: 0n}, place);

/** A vault of a million shares at par, read once: how most stories begin. */
export const par = {totalAssets: MILLION, totalShares: MILLION};
export const opened = [...staked(MILLION, MILLION, {height: 1}), reading(par, {height: 1})];

/** The vault after a story, and the marks it left. */
export function tell(...story: readonly VaultEvent[]): {vault: StakingVaultRow | undefined; marks: NavMarkRow[]} {
  let vault: StakingVaultRow | undefined;
  const marks: NavMarkRow[] = [];
  for (const one of story) {
    vault = evolveVault(vault, one);
    const mark = one.type === 'NavMarked' || one.type === 'NavObserved' ? markFact(one, vault) : undefined;
    if (mark !== undefined) marks.push(mark);
  }
  return {vault, marks};
}
