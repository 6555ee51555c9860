import type {EntityManager} from 'typeorm';
import {earlyWarning, onScale} from '../domain/earlyWarning';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {NO_WATCH, pegPrice} from '../domain/pegEpisode';
import {deviationBps} from '../domain/pegPrice';
import {formatRate, ratio, Rate} from '../domain/rates';
import {navGapBps} from '../domain/yieldGap';
import type {EarlyWarningAnswer, EarlyWarningSignalPart} from './answers/earlyWarning';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {backingsAt, type BackingAt} from './backingAt';
import {bufferAt} from './bufferAnswer';
import {claimsAt, vaultCashAt, type VaultCash} from './claims';
import {reasonsOf, valuesOf} from './measured';
import {pegRules, pegWatches} from './pegWatch';
import {redemptionRoutes} from './redemptionRoutes';

/** A half is a queue as large as what the vault holds; 80 % of that is 0.8 / 1.8. */
const PRESSURE = {
  calm: '0.444444444444444444',
  alarm: '0.5',
  formula: 'pending / (pending + AID in the vault)',
} as const;

/** Scales are those of the alert pack of metrics.md 4; weights are a judgement and shown with every answer. */
const SCALES = {
  RESERVE_RATIO: {weight: 25, calm: '1.01', alarm: '1', formula: 'backing.ratio'},
  VALUATION_AGE: {weight: 10, calm: '0.5', alarm: '1', formula: 'oldest valuation age / age allowed'},
  PEG: {weight: 20, calm: '50', alarm: '300', formula: 'abs(peg.deviationBps)'},
  QUEUE_PRESSURE: {weight: 15, ...PRESSURE},
  NAV_GAP: {weight: 15, calm: '0', alarm: '50', formula: '1e4 (1 - unstakingNav / stakingNav), bps'},
  BUFFER: {weight: 5, calm: '0', alarm: '-0.1', formula: 'bufferAdequacy.shareGap'},
  INSTANT_CAPACITY: {weight: 10, calm: '0.02', alarm: '0.01', formula: 'capacity of the AID routes / free AID'},
} as const;

type SignalName = keyof typeof SCALES;

/** The score as of a block, with each of its parts (metrics.md A12). */
export async function earlyWarningAnswer(em: EntityManager, held: Held, point: AsOfPoint): Promise<EarlyWarningAnswer> {
  const readings = await readingsAt(em, held, point);
  const names = Object.keys(SCALES) as SignalName[];
  const signals = names.map((name) => {
    const {weight, calm, alarm} = SCALES[name];
    return {name, weight, score: onScale(readings[name], calm, alarm)};
  });
  const {score, availableWeight, missingWeight} = earlyWarning(signals);
  const fields = {score: derive(score, formatRate)};
  return {
    ...valuesOf(fields),
    ...{availableWeight, missingWeight},
    signals: signals.map(({name, score: own}): EarlyWarningSignalPart => {
      const parts = {reading: derive(readings[name], formatRate), score: derive(own, formatRate)};
      return {name, ...SCALES[name], ...valuesOf(parts), reasons: reasonsOf(parts)};
    }),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.earlyWarning,
  };
}

async function readingsAt(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<Record<SignalName, Measured<Rate>>> {
  const [at] = await backingsAt(em, held, [point]);
  if (at === undefined) throw new RangeError('A block without its backing.');
  const [vaults = []] = await vaultCashAt(em, held.chains, [at.snapshot]);
  const {judged} = bufferAt(held, point, vaults);
  return {
    RESERVE_RATIO: at.judged.ratio,
    VALUATION_AGE: oldestAge(at),
    PEG: await pegReading(em, held, point),
    QUEUE_PRESSURE: pressure(vaults),
    NAV_GAP: navGap(vaults),
    BUFFER: judged.reason !== null ? judged : judged.value.shareGap,
    INSTANT_CAPACITY: await instantCapacity(em, held, at),
  };
}

/** The valuation that is nearest to, or furthest past, the age allowed. */
function oldestAge({judged, point}: BackingAt): Measured<Rate> {
  const ages = judged.components.flatMap(({valuedAt, maxAgeSeconds}) =>
    maxAgeSeconds === null
      ? []
      : [valuedAt === null ? null : ratio(BigInt(point.at - valuedAt), BigInt(maxAgeSeconds))],
  );
  if (ages.length === 0) return missing('NOT_APPLICABLE');
  const read = ages.flatMap((age) => age ?? []);
  return read.length < ages.length ? missing('NO_OBSERVATION') : known(Rate.max(...read));
}

async function pegReading(em: EntityManager, {chain}: Held, point: AsOfPoint): Promise<Measured<Rate>> {
  const rules = pegRules(chain);
  if (rules === null) return missing('NOT_APPLICABLE');
  const watch = (await pegWatches(em, rules, [point])).get(point.height) ?? NO_WATCH;
  return derive(pegPrice(watch, point.at, rules), (price) => new Rate(Math.abs(deviationBps(price))));
}

function pressure(vaults: readonly VaultCash[]): Measured<Rate> {
  const pending = vaults.reduce((sum, vault) => sum + vault.pending, 0n);
  const liquid = vaults.reduce((sum, vault) => sum + vault.held, 0n);
  return pending + liquid === 0n ? missing('NOT_APPLICABLE') : known(ratio(pending, pending + liquid));
}

function navGap(vaults: readonly VaultCash[]): Measured<Rate> {
  const [first] = vaults;
  if (first === undefined) return missing('NOT_APPLICABLE');
  const {stakingNav, unstakingNav} = first.vault ?? {};
  if (stakingNav == null || unstakingNav == null) return missing('NO_OBSERVATION');
  return navGapBps({staking: stakingNav, unstaking: unstakingNav});
}

async function instantCapacity(em: EntityManager, held: Held, at: BackingAt): Promise<Measured<Rate>> {
  const [claims = missing('PARTIAL')] = await claimsAt(em, held, [at]);
  const routes = (await redemptionRoutes(em, held, at.point)).filter(({route}) => route === 'AID');
  if (claims.reason !== null) return claims;
  if (routes.length === 0 || claims.value.freeSupply === 0n) return missing('NOT_APPLICABLE');
  const capacities = routes.map(({capacity}) => orMissing(capacity, 'NO_OBSERVATION'));
  const unread = capacities.find(({reason}) => reason !== null);
  if (unread?.reason != null) return unread;
  return known(
    ratio(
      capacities.reduce((sum, {value}) => sum + (value ?? 0n), 0n),
      claims.value.freeSupply,
    ),
  );
}
