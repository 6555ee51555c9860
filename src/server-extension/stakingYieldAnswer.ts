import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing, type Reason} from '../domain/methodology';
import type {YearBasis} from '../domain/rates';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {NavReconciliationPart} from './answers/navBook';
import type {StakingYieldAnswer} from './answers/stakingYield';
import type {MarketDiscountPart, RealisedYieldPart} from './answers/yieldDetail';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import type {IndexedChain} from './chains';
import {marketPart} from './marketDiscount';
import {marksAt, type MarksAt} from './markParts';
import {reasonsOf, valuesOf} from './measured';
import {once} from './once';
import {realisedPart} from './realisedYield';
import {reconciliationPart} from './reconciliations';
import {missingNav, vaultFields} from './vaultFields';
import {loadMarks} from './vaultPrices';
import {vaultRow} from './vaultRow';
import {versionsAt} from './versions';
import {compatParts, windowParts} from './windowParts';
import {windowStarts, type WindowPrices} from './windowPrices';
import {meansPart, riskPart} from './yieldDetailParts';
import {yieldEvidence, type YieldEvidence} from './yieldEvidence';

/**
 * The yield as of each block given; the number of queries does not grow with their number. What a field rests on beyond
 * the vault and its marks is read once, for all blocks, and only when a reader asks for the field.
 */
export async function stakingYieldAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
  basis: YearBasis,
): Promise<Answered<StakingYieldAnswer>[]> {
  const vault = vaultRow(held, 'stakingVault');
  const newest = points.reduce((height, point) => Math.max(height, point.height), -1);
  const snapshots = points.map((point) => new Map([[point.chainId, point]]));
  const versions = await versionsAt(em, [vault], snapshots);
  const marks = marksAt(held.chain, await loadMarks(em, vault.key, newest), basis);
  const evidence = yieldEvidence(em, vault, points);
  return points.map((point, index) => {
    const version = versions[index]?.get<StakingVaultRow>(vault);
    const asked = {chain: held.chain, point, index, row: version?.row, marks: marks(point), basis};
    return {answer: answerOf(asked, evidence), lastChangeAt: version?.at ?? -Infinity};
  });
}

interface Asked {
  readonly chain: IndexedChain;
  readonly point: AsOfPoint;
  /** Place of the block among those asked about */
  readonly index: number;
  readonly row: StakingVaultRow | undefined;
  readonly marks: MarksAt;
  readonly basis: YearBasis;
}

function answerOf(asked: Asked, evidence: YieldEvidence): StakingYieldAnswer {
  const {chain, point, index, row, marks, basis} = asked;
  const {merged, isStale} = marks;
  const fields = vaultFields(row, marks, basis);
  const prices = (): Promise<WindowPrices> => windowPrices(asked, evidence);
  const realised = once(async (): Promise<RealisedYieldPart> => realisedPart(await evidence.trips(), point, basis));
  const market = once(async (): Promise<MarketDiscountPart> => {
    const nav = orMissing(row?.unstakingNav, missingNav(row, 'unstakingNav') ?? 'NO_OBSERVATION');
    return marketPart({chain, block: point, basis}, await evidence.market(), nav, await realised());
  });
  const reconciliation = async (): Promise<NavReconciliationPart | null> => {
    const last = (await evidence.reconciliations()).findLast(({height}) => height <= point.height);
    return last === undefined ? null : reconciliationPart(last);
  };
  return {
    ...valuesOf(fields),
    totalShares: row?.totalShares ?? 0n,
    get markApy() {
      return marks.parts();
    },
    get windows() {
      return Promise.all([prices(), evidence.fees()]).then(([priced, fees]) =>
        windowParts(priced, {basis, isStale, fees}),
      );
    },
    get compat() {
      return prices().then((priced) => compatParts(priced, merged));
    },
    get means() {
      return Promise.all([evidence.prices(), evidence.dayBlocks()]).then(([changes, blocks]) =>
        meansPart(point, blocks[index] ?? [], changes, basis),
      );
    },
    get risk() {
      return evidence.prices().then((changes) => riskPart(point, merged, changes));
    },
    get realised() {
      return realised();
    },
    get realisedApy() {
      return realised().then(({apyRealised}) => apyRealised);
    },
    get realisedApyReason() {
      return realised().then((part) => reasonIn(part, 'apyRealised'));
    },
    get discountBps() {
      return market().then((part) => part.discountBps);
    },
    get market() {
      return market();
    },
    get reconciliation() {
      return reconciliation();
    },
    get reasons() {
      return Promise.all([realised(), reconciliation(), market()]).then(([part, reconciled, priced]) =>
        reasonsOf({
          ...fields,
          realisedApy: orMissing(part.apyRealised, reasonIn(part, 'apyRealised') ?? 'NO_OBSERVATION'),
          discountBps: orMissing(priced.discountBps, reasonIn(priced, 'discountBps') ?? 'NO_OBSERVATION'),
          reconciliation: orMissing(reconciled, 'NO_OBSERVATION'),
        }),
      );
    },
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.stakingYield,
  };
}

const reasonIn = ({reasons}: RealisedYieldPart | MarketDiscountPart, name: string): Reason | null =>
  reasons.find(({field}) => field === name)?.reason ?? null;

async function windowPrices({point, index, row}: Asked, evidence: YieldEvidence): Promise<WindowPrices> {
  const [changes, blocks] = await Promise.all([evidence.prices(), evidence.windowBlocks()]);
  return {
    end: {height: point.height, at: point.at, nav: row?.stakingNav ?? null},
    endReason: missingNav(row, 'stakingNav'),
    starts: windowStarts(point, blocks[index] ?? [], changes),
  };
}
