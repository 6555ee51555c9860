import {entryId, factId} from './ids';
import {supplyCauseKeys, type SupplyCauseRow, type SupplyEvent} from './supplyCause';

/**
 * One entry of the ledger of AID's supply, AID wei. A mint or burn is entered under UNCLASSIFIED; the log that explains
 * it makes two entries, which take the amounts from there and put them under their cause. So sums over any blocks are
 * the change by cause, and sums over the causes the change of supply.
 */
export interface SupplyChangeRow {
  readonly id: string;
  readonly chainId: number;
  readonly cause: string;
  readonly minted: bigint;
  readonly burned: bigint;
  /** Minted to or burned from, as the log names it */
  readonly account: string;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

/** One entry of a mint or burn, two of its explanation. */
export function supplyChangeKeys(event: SupplyEvent): string[] {
  if (supplyCauseKeys(event).length === 0) return [];
  const fact = factId(event.meta.record, event.meta.part);
  return event.type === 'TokenTransferred' ? [fact] : [fact, entryId(fact)];
}

/** @param causes the chain's row after the event; undefined when the event booked nothing */
export function supplyChangeFact(
  event: SupplyEvent,
  id: string,
  causes: SupplyCauseRow | undefined,
): SupplyChangeRow | undefined {
  const {chainId, height, at, txHash, record, part} = event.meta;
  const entry = causes?.booked[id === factId(record, part) ? 0 : 1];
  if (causes?.bookedBy !== factId(record, part) || entry === undefined) return undefined;
  const {cause, account, minted, burned} = entry;
  return {id, chainId, cause, minted: BigInt(minted), burned: BigInt(burned), account, height, at, txHash, record};
}
