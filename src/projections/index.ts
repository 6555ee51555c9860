import {attestedReport} from './attestation';
import {computeAsset, computeAssetEvent, revenueDistribution, revenuePayout} from './asset';
import {gauge} from './gauge';
import type {Projection} from './projection';
import {reserveComponent, reserveReport, reserveState} from './reserve';
import {navMark, stakePosition, stakingVault, unstakeRequest} from './staking';
import {token, tokenBalance, transfer} from './token';
import {unrecognizedTopic} from './unrecognizedTopic';
import {navPrice, navReconciliation, vaultBook, vaultFlow} from './vaultBook';

/** ▣ Every projection, in folding order: one may read the rows of those above it. */
export const PROJECTIONS: readonly Projection[] = [
  unrecognizedTopic,
  attestedReport,
  tokenBalance,
  token,
  transfer,
  reserveComponent,
  reserveReport,
  reserveState,
  stakingVault,
  navMark,
  stakePosition,
  unstakeRequest,
  vaultBook,
  navPrice,
  navReconciliation,
  vaultFlow,
  computeAsset,
  computeAssetEvent,
  revenueDistribution,
  revenuePayout,
  gauge,
];
