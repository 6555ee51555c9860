import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {derive, known, METHODOLOGY, missing, orMissing} from '../../domain/methodology';
import {formatWad} from '../../domain/rates';
import {AssetAnswer} from '../answers/asset';
import {AsOfInput} from '../answers/asOf';
import {reasonsOf, valuesOf} from '../measured';
import {resolveAsOf, toAsOf, type AsOfPoint} from '../asOf';
import {instant} from '../heldBlocks';
import {revenueAnswer, type Period, type Waterfall} from '../revenueSums';
import {allVersionsAt} from '../versions';

@Resolver()
export class AssetsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [AssetAnswer], {description: 'Every registered asset with its terms, its state and its revenue'})
  async assets(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<AssetAnswer[]> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const versions = await allVersionsAt<ComputeAssetRow>(em, 'computeAsset', point);
    const rows = versions.map(({row}) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
    return rows.map((row) => assetAnswer(row, point, {start: held.first.at, end: point.at}));
  }
}

function assetAnswer(row: ComputeAssetRow, point: AsOfPoint, toDate: Period): AssetAnswer {
  const notComputed = missing('NOT_COMPUTED');
  const fields = {
    collateralValue: derive(orMissing(row.collateralValue, 'NO_OBSERVATION'), formatWad),
    aprBps: known(row.aprBps),
    startAt: known(instant(row.startAt)),
    maturityAt: derive(orMissing(row.maturityAt, 'NOT_APPLICABLE'), instant),
    daysPastDue: notComputed,
    revenueToDate: known(revenueAnswer(point, row.id, toDate, waterfallOf(row))),
    aprOnPrincipal: notComputed,
    xirr: notComputed,
    moic: notComputed,
    dpi: notComputed,
    walYears: notComputed,
    dscr: notComputed,
  };
  const {assetId, assetClass, dealType, status, principal, outstanding} = row;
  return {
    assetId,
    assetClass,
    dealType,
    status,
    principal,
    outstanding,
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.assets,
  };
}

const waterfallOf = (row: ComputeAssetRow): Waterfall => ({
  gross: row.cumulativeGross,
  passThrough: row.cumulativePassThrough,
  protocolFee: row.cumulativeProtocolFee,
  performanceFee: row.cumulativePerformanceFee,
  reserveContribution: row.cumulativeReserveContribution,
  netToVault: row.cumulativeNetToVault,
  paidToHolders: row.cumulativePaidToHolders,
  dust: row.cumulativeDust,
});
