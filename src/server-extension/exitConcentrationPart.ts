import {hhi} from '../domain/backing';
import {largestToLiquid, TOP_HOLDERS, topShare} from '../domain/exitConcentration';
import {derive, known, missing, orMissing, type Measured} from '../domain/methodology';
import {formatRate, ratio} from '../domain/rates';
import type {ExitConcentrationPart} from './answers/unstakeQueue';
import {reasonsOf, valuesOf} from './measured';
import type {QueuedRequest} from './queueRequestParts';

/**
 * How much of the way out depends on few (metrics.md A20).
 * @param shares sAID of every holder
 * @param liquid AID wei in the vault
 */
export function exitConcentrationPart(
  requests: readonly QueuedRequest[],
  shares: readonly bigint[],
  liquid: Measured<bigint>,
): ExitConcentrationPart {
  const byOwner = new Map<string, bigint>();
  for (const {row, remaining} of requests) byOwner.set(row.owner, (byOwner.get(row.owner) ?? 0n) + remaining);
  const owedTo = [...byOwner.values()];
  const total = owedTo.reduce((sum, amount) => sum + amount, 0n);
  const largest = requests.reduce<bigint | null>(
    (most, {remaining}) => (most === null || remaining > most ? remaining : most),
    null,
  );
  const parts = owedTo.map((amount) => known(ratio(amount, total)));
  const fields = {
    pendingShare: derive(topShare(owedTo), formatRate),
    sharesShare: derive(topShare(shares), formatRate),
    pendingHhi: derive(parts.length === 0 ? missing('NOT_APPLICABLE') : hhi(parts), formatRate),
    largestRequest: orMissing(largest, 'NOT_APPLICABLE'),
    largestToLiquid: derive(largestToLiquid(largest, liquid), formatRate),
  };
  return {...valuesOf(fields), topHolders: TOP_HOLDERS, reasons: reasonsOf(fields)};
}
