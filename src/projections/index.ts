import {attestedReport} from './attestation';
import {computeAsset, computeAssetEvent, revenueDistribution, revenuePayout} from './asset';
import {authorityAct, contractState, deniedAccount, denyList, roleHolder} from './authority';
import {assetCashFlow, assetFinancials, assetParties, assetSchedule} from './credit';
import {custodyTransfer} from './custody';
import {gauge} from './gauge';
import {invariantCheck} from './invariantCheck';
import type {Projection} from './projection';
import {unstakeFill, unstakeRequest, withdrawalCycle, withdrawalQueue} from './queue';
import {
  custodyBalance,
  priceObservation,
  redeemerState,
  reserveComponent,
  reserveReport,
  reserveState,
} from './reserve';
import {navMark, stakePosition, stakingVault} from './staking';
import {bridgeTransfer, supplyCause, supplyChange} from './supply';
import {paymentReference, token, tokenBalance, transfer, transferTrail} from './token';
import {unrecognizedTopic} from './unrecognizedTopic';
import {navPrice, navReconciliation, vaultBook, vaultFlow} from './vaultBook';

/** ▣ Every projection, in folding order: one may read the rows of those above it. */
export const PROJECTIONS: readonly Projection[] = [
  unrecognizedTopic,
  attestedReport,
  tokenBalance,
  token,
  transferTrail,
  transfer,
  paymentReference,
  custodyTransfer,
  reserveComponent,
  reserveReport,
  reserveState,
  custodyBalance,
  redeemerState,
  priceObservation,
  stakingVault,
  navMark,
  stakePosition,
  unstakeRequest,
  vaultBook,
  navPrice,
  navReconciliation,
  vaultFlow,
  unstakeFill,
  withdrawalQueue,
  withdrawalCycle,
  computeAsset,
  computeAssetEvent,
  revenueDistribution,
  revenuePayout,
  supplyCause,
  supplyChange,
  bridgeTransfer,
  deniedAccount,
  denyList,
  roleHolder,
  contractState,
  authorityAct,
  assetCashFlow,
  assetSchedule,
  assetFinancials,
  assetParties,
  gauge,
  invariantCheck,
];
