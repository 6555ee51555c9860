import type {EntityManager} from 'typeorm';
import type {DenyListRow} from '../domain/denyList';
import {derive, known, METHODOLOGY, missing, type Measured} from '../domain/methodology';
import {formatRate, ratio} from '../domain/rates';
import {SUPPLY_CAUSES} from '../domain/supplyCause';
import {aidRows, aidSupplies, rowsOf, type AidSupply} from './aidSupply';
import type {CausePart, SupplyAnswer} from './answers/supply';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import type {IndexedChain} from './chains';
import {reasonsOf, valuesOf} from './measured';
import {causeRows, supplyCausesAt, type SupplyCauses} from './supplyCauses';
import {versionsAt, type RowName, type VersionsAt} from './versions';

/** The supply as of each block given; the number of queries does not grow with their number. */
export async function supplyAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
): Promise<Answered<SupplyAnswer>[]> {
  const {chains} = held;
  const snapshots = await snapshotsAt(em, held, points);
  const versions = await versionsAt(em, [...aidRows(chains), ...causeRows(chains), ...denyRows(chains)], snapshots);
  const supplies = await aidSupplies(em, chains, snapshots, versions);
  return points.map((point, index) => {
    const [snapshot, rows, supply] = [snapshots[index], versions[index], supplies[index]];
    if (snapshot === undefined || rows === undefined || supply === undefined) {
      throw new RangeError('A block without its snapshot.');
    }
    const causes = supplyCausesAt(chains, snapshot, rows);
    const denied = denyListsAt(chains, rows);
    return {answer: answerOf(point, supply, causes, denied), lastChangeAt: lastChangeAt(chains, rows)};
  });
}

const denyRows = (chains: readonly IndexedChain[]): RowName[] => chains.flatMap((chain) => rowsOf(chain, 'denyList'));

/** A list that nobody was ever put on has no row. */
const denyListsAt = (chains: readonly IndexedChain[], versions: VersionsAt): DenyListRow[] =>
  denyRows(chains).flatMap((name) => versions.get<DenyListRow>(name)?.row ?? []);

/** Every mint and burn changes its chain's causes; a transfer between holders changes AID's row and no supply. */
const lastChangeAt = (chains: readonly IndexedChain[], versions: VersionsAt): number =>
  [...causeRows(chains), ...denyRows(chains)].reduce(
    (latest, name) => Math.max(latest, versions.get(name)?.at ?? -Infinity),
    -Infinity,
  );

function answerOf(
  point: AsOfPoint,
  supply: AidSupply,
  causes: SupplyCauses,
  denied: readonly DenyListRow[],
): SupplyAnswer {
  const flash = known(causes.causes.FLASH_MINT);
  const agrees = causes.sum.minted === supply.minted && causes.sum.burned === supply.burned;
  const exact = <T>(value: Measured<T>): Measured<T> => (agrees ? value : missing('NOT_COMPUTED'));
  const fields = {
    inFlight: supply.inFlight,
    away: supply.away,
    unmatchedReceived: supply.unmatched,
    flashMinted: exact(derive(flash, ({minted}) => minted)),
    flashFees: exact(derive(flash, ({minted, burned}) => burned - minted)),
    unclassifiedShare: exact(unclassifiedShare(causes)),
  };
  const netted = fields.flashMinted.value ?? 0n;
  return {
    ...valuesOf(fields),
    total: supply.total,
    byChain: supply.byChain,
    inFlightReason: fields.inFlight.reason,
    liabilities: supply.liabilities,
    minted: supply.minted - netted,
    burned: supply.burned - netted,
    byCause: agrees ? causeParts(causes) : [],
    deniedBalance: denied.reduce((sum, row) => sum + row.deniedBalance, 0n),
    deniedAccounts: denied.reduce((sum, row) => sum + row.deniedCount, 0),
    denyListDisagreements: denied.reduce((sum, row) => sum + row.disagreementCount, 0),
    reasons: reasonsOf({
      ...(supply.complete ? {} : {total: missing('PARTIAL'), liabilities: missing('PARTIAL')}),
      ...fields,
      ...(agrees ? {} : {byCause: missing('NOT_COMPUTED'), minted: missing('PARTIAL'), burned: missing('PARTIAL')}),
    }),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.supply,
  };
}

/** Flash mints netted: of what is lent and burned again in one transaction only the fee remains, as a burn. */
const causeParts = ({causes}: SupplyCauses): CausePart[] =>
  SUPPLY_CAUSES.map((cause) => {
    const netted = cause === 'FLASH_MINT' ? causes[cause].minted : 0n;
    const [minted, burned] = [causes[cause].minted - netted, causes[cause].burned - netted];
    return {cause, minted, burned, net: minted - burned};
  });

/** Of all that was minted and burned, flash mints netted, the part that no log explains. */
function unclassifiedShare({causes, sum}: SupplyCauses): Measured<string> {
  const volume = sum.minted + sum.burned - 2n * causes.FLASH_MINT.minted;
  if (volume === 0n) return missing('NOT_APPLICABLE');
  return known(formatRate(ratio(causes.UNCLASSIFIED.minted + causes.UNCLASSIFIED.burned, volume)));
}
