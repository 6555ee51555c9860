import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {assetCredit} from '../../domain/assetCredit';
import {maturityMismatch} from '../../domain/averageLife';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {cashDrag} from '../../domain/coverage';
import {ASSET_CLASSES} from '../../domain/lifecycle';
import {derive, METHODOLOGY} from '../../domain/methodology';
import {portfolioCredit, type Position} from '../../domain/portfolio';
import {formatRate} from '../../domain/rates';
import {AsOfInput} from '../answers/asOf';
import {PortfolioAnswer} from '../answers/portfolio';
import {resolveAsOf, toAsOf, type AsOfPoint} from '../asOf';
import {concentrationParts} from '../portfolioConcentration';
import {evidenceAt, loadCreditSources} from '../creditSources';
import {reasonsOf, valuesOf} from '../measured';
import {portfolioPart} from '../portfolioAnswer';
import {exitTerm, vaultCash, type ExitTerm, type VaultCash} from '../vaultCash';
import {allVersionsAt} from '../versions';

@Resolver()
export class PortfolioResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => PortfolioAnswer, {
    description: 'All financed deals: totals by class, delinquency, losses, concentration',
  })
  async portfolio(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<PortfolioAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const versions = await allVersionsAt<ComputeAssetRow>(em, 'computeAsset', point);
    const sources = await loadCreditSources(em, point);
    const positions = versions.map(({row}): Position => {
      const evidence = evidenceAt(sources, row, point.height);
      return {evidence, credit: assetCredit(evidence, point.at)};
    });
    return answerOf(positions, point, await vaultCash(em, held, point), await exitTerm(em, held, point));
  }
}

function answerOf(positions: readonly Position[], point: AsOfPoint, cash: VaultCash, exit: ExitTerm): PortfolioAnswer {
  const {walYears, weightedApr} = portfolioCredit(positions, point.at);
  const outstanding = positions.reduce((sum, {evidence}) => sum + evidence.asset.outstanding, 0n);
  const drag = cashDrag(cash.idle, outstanding, weightedApr);
  const fields = {
    idle: cash.idle,
    idleShare: derive(drag.idleShare, formatRate),
    yieldLost: derive(drag.yieldLost, formatRate),
    exitYears: derive(exit.years, formatRate),
    exitSource: derive(exit.years, () => exit.source),
    mismatchYears: derive(maturityMismatch(walYears, exit.years), formatRate),
  };
  return {
    total: portfolioPart('ALL', positions, point.at),
    classes: ASSET_CLASSES.map((name) =>
      portfolioPart(
        name,
        positions.filter(({evidence}) => evidence.asset.assetClass === name),
        point.at,
      ),
    ),
    concentration: concentrationParts(positions, cash.totalAssets),
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.portfolio,
  };
}
