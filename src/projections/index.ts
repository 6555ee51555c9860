import {attestedReport} from './attestation';
import {computeAsset, computeAssetEvent, revenueDistribution, revenuePayout} from './asset';
import {custodyTransfer} from './custody';
import {gauge} from './gauge';
import type {Projection} from './projection';
import {reserveComponent, reserveReport, reserveState} from './reserve';
import {navMark, stakePosition, stakingVault, unstakeRequest} from './staking';
import {paymentReference, token, tokenBalance, transfer} from './token';
import {unrecognizedTopic} from './unrecognizedTopic';

/** ▣ Every projection, in folding order: one may read the rows of those above it. */
export const PROJECTIONS: readonly Projection[] = [
  unrecognizedTopic,
  attestedReport,
  tokenBalance,
  token,
  transfer,
  paymentReference,
  custodyTransfer,
  reserveComponent,
  reserveReport,
  reserveState,
  stakingVault,
  navMark,
  stakePosition,
  unstakeRequest,
  computeAsset,
  computeAssetEvent,
  revenueDistribution,
  revenuePayout,
  gauge,
];
