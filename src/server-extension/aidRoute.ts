import type {CustodyBalanceRow} from '../domain/custodyBalance';
import {balanceRowId, contractRowId} from '../domain/ids';
import {derive, METHODOLOGY, missing, known, orMissing, type Measured} from '../domain/methodology';
import type {RedeemerStateRow} from '../domain/redeemerState';
import {redemptionCapacity} from '../domain/redemptionCapacity';
import type {RedemptionRouteAnswer, RouteEvidencePart} from './answers/redemptionRoute';
import {toAsOf, type AsOfPoint} from './asOf';
import {contractsAt, contractsOf, type ChainContract, type IndexedChain} from './chains';
import type {HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import type {RowName, Version, VersionsAt} from './versions';

const termsRow = (chainId: number, redeemer: string): RowName => ({
  chainId,
  projection: 'redeemerState',
  key: contractRowId(chainId, redeemer),
});

const floatRow = (chainId: number, coin: string, redeemer: string): RowName => ({
  chainId,
  projection: 'custodyBalance',
  key: balanceRowId(contractRowId(chainId, coin), redeemer),
});

/** Terms and possible floats of every redeemer: which stablecoin it pays is known only from its terms. */
export const aidRouteRows = (chain: IndexedChain): RowName[] =>
  contractsOf(chain, 'redeemer').flatMap(({address}) => [
    termsRow(chain.chainId, address),
    ...contractsOf(chain, 'reserveAsset').map((coin) => floatRow(chain.chainId, coin.address, address)),
  ]);

/** The card of every redeemer in its role at a chain's block (metrics.md A9). */
export const aidRoutes = (
  chain: IndexedChain,
  block: HeldBlock,
  point: AsOfPoint,
  rows: VersionsAt,
): RedemptionRouteAnswer[] =>
  contractsAt(chain, 'redeemer', block.height).map((redeemer) => aidRoute(chain, redeemer, block, point, rows));

function aidRoute(
  chain: IndexedChain,
  redeemer: ChainContract,
  block: HeldBlock,
  point: AsOfPoint,
  rows: VersionsAt,
): RedemptionRouteAnswer {
  const {chainId} = chain;
  const terms = rows.get<RedeemerStateRow>(termsRow(chainId, redeemer.address));
  const coin = contractsAt(chain, 'reserveAsset', block.height).find(({address}) => address === terms?.row.collateral);
  const float = coin && rows.get<CustodyBalanceRow>(floatRow(chainId, coin.address, redeemer.address));
  const payoutFloat: Measured<bigint> =
    coin === undefined ? missing('NO_OBSERVATION') : known(float?.row.valueUsd ?? 0n);
  const {redeemedToday, remainingAllowance, capacity} = redemptionCapacity(terms?.row, payoutFloat, point.at);
  const fields = {
    outputAsset: orMissing(terms?.row.collateral, 'NO_OBSERVATION'),
    outputName: derive(orMissing(coin, 'NO_OBSERVATION'), ({name}) => name),
    feeBps: orMissing(terms?.row.feeBps, 'NO_OBSERVATION'),
    capacity,
    payoutFloat,
    dailyLimit: orMissing(terms?.row.dailyLimit, 'NO_OBSERVATION'),
    redeemedToday: known(redeemedToday),
    remainingAllowance,
    pendingAhead: missing('NOT_APPLICABLE'),
  };
  return {
    ...{route: 'AID', chainId, contract: redeemer.address, name: redeemer.name},
    ...{access: 'WHITELISTED', settlement: 'IMMEDIATE'},
    ...valuesOf(fields),
    evidence: aidEvidence(terms, float),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.redemptionRoutes,
  };
}

const aidEvidence = (
  terms: Version<RedeemerStateRow> | undefined,
  float: Version<CustodyBalanceRow> | undefined,
): RouteEvidencePart[] => [
  terms?.row.hasWhitelist === true
    ? evidencePart('access', 'EVENT', 'WhitelistUpdated', terms.height)
    : evidencePart('access', 'ATTESTED', 'the protocol documents a whitelist; no log of one is held', null),
  evidencePart('settlement', 'EVENT', 'Redeemed pays in the same transaction', terms?.height ?? null),
  evidencePart('outputAsset', 'EVENT', 'CollateralConfigured, or the stablecoin of Redeemed', terms?.height ?? null),
  evidencePart('feeBps', 'EVENT', 'CollateralConfigured', terms?.height ?? null),
  evidencePart('dailyLimit', 'EVENT', 'DailyRedeemLimitSet', terms?.height ?? null),
  evidencePart('redeemedToday', 'EVENT', 'sum of aidIn of Redeemed in the UTC day', terms?.height ?? null),
  evidencePart('payoutFloat', 'EVENT', 'transfers of the stablecoin from and to the redeemer', float?.height ?? null),
  evidencePart('remainingAllowance', 'DERIVED', 'dailyLimit - redeemedToday', terms?.height ?? null),
  evidencePart('capacity', 'DERIVED', 'min(payoutFloat, remainingAllowance)', newest(terms, float)),
];

export function evidencePart(
  field: string,
  provenance: RouteEvidencePart['provenance'],
  basis: string,
  at: number | null,
): RouteEvidencePart {
  const height = orMissing(at, 'NO_OBSERVATION');
  return {field, provenance, basis, height: height.value, reasons: reasonsOf({height})};
}

export function newest(...versions: readonly ({readonly height: number} | undefined)[]): number | null {
  const heights = versions.flatMap((version) => version?.height ?? []);
  return heights.length === 0 ? null : Math.max(...heights);
}
