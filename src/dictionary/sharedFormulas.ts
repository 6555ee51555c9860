/* Formulas that several metrics share, as paths under src. */

export const RESERVES = [
  'domain/reserve.ts',
  'domain/custodyBalance.ts',
  'server-extension/backingAt.ts',
  'server-extension/backingSources.ts',
  'server-extension/componentTerms.ts',
];
export const SUPPLY = ['domain/token.ts', 'server-extension/aidSupply.ts', 'server-extension/bridgedSupply.ts'];
export const STATEMENTS = [
  'domain/reserveStatement.ts',
  'server-extension/statements.ts',
  'server-extension/attestedRatio.ts',
];
export const PEG = [
  'domain/pegEpisode.ts',
  'domain/pegPrice.ts',
  'server-extension/pegWatch.ts',
  'server-extension/pegAnswer.ts',
];
export const VAULT = ['domain/stakingVault.ts', 'server-extension/claims.ts'];
export const CREDIT = [
  'domain/assetCashFlow.ts',
  'domain/assetCredit.ts',
  'domain/computeAsset.ts',
  'server-extension/creditSources.ts',
];
export const ROUTES = [
  'domain/redeemerState.ts',
  'domain/redemptionCapacity.ts',
  'server-extension/redemptionRoutes.ts',
  'server-extension/aidRoute.ts',
];
export const BUFFER = ['domain/buffer.ts', 'server-extension/bufferAnswer.ts'];

/** Which records a number rests on. */
export const LINEAGE = [
  'assetHistory',
  'assetLineage',
  'attestedLineage',
  'backingLineage',
  'balanceLineage',
  'creditLineage',
  'liabilitySources',
  'lossEvidence',
  'navLineage',
  'queueLineage',
  'rateLineage',
  'readings',
  'reserveSources',
  'revenueLineage',
  'source',
  'supplyLineage',
  'usageLineage',
].map((file) => `server-extension/lineage/${file}.ts`);
