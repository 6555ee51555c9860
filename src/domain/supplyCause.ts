import type {EventOf} from './event';
import {chainRowId, factId, ZERO_ADDRESS} from './ids';
import {explain, flashLegs, newestMintTo, type SupplyLeg} from './supplyLeg';

/** Why AID is minted or burned (metrics.md A13). What no log of the transaction explains is UNCLASSIFIED, and shown. */
export const SUPPLY_CAUSES = [
  'DEPOSIT',
  'CAPITAL_RETURN',
  'REVENUE',
  'REDEMPTION',
  'DEPLOYMENT',
  'FLASH_MINT',
  'BRIDGE',
  'MIGRATION',
  'UNCLASSIFIED',
] as const;
export type SupplyCause = (typeof SUPPLY_CAUSES)[number];

export const SUPPLY_EVENTS = [
  'TokenTransferred',
  'AidMinted',
  'AidRedeemed',
  'CapitalDeployed',
  'FlashMinted',
  'BridgeSent',
  'BridgeReceived',
  'AidMigrated',
] as const;
export type SupplyEvent = EventOf<(typeof SUPPLY_EVENTS)[number]>;
type Companion = Exclude<SupplyEvent, {type: 'TokenTransferred'}>;

/** AID wei as text: the sums are kept in JSON. */
export interface Volume {
  readonly minted: string;
  readonly burned: string;
}

/** What one log moves to (+) or from (-) a cause. */
export interface SupplyBooking extends Volume {
  readonly cause: SupplyCause;
  readonly account: string;
}

/** AID minted and burned on a chain since its first block, by cause, gross: flash mints count as they are logged. */
export interface SupplyCauseRow {
  readonly id: string;
  readonly chainId: number;
  readonly causes: Readonly<Record<SupplyCause, Volume>>;
  /** The newest transaction that minted or burned, and what of it is not explained yet */
  readonly txHash: string;
  readonly openLegs: readonly SupplyLeg[];
  /** What the newest log booked, and that log: a mint or burn under UNCLASSIFIED, its explanation to its cause */
  readonly booked: readonly SupplyBooking[];
  readonly bookedBy: string;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** The chain's row for what mints, burns or explains AID; nothing for all other transfers. */
export function supplyCauseKeys(event: SupplyEvent): string[] {
  const moves = event.type !== 'TokenTransferred' || event.from === ZERO_ADDRESS || event.to === ZERO_ADDRESS;
  const isAid = event.type !== 'TokenTransferred' || event.meta.role === 'aid';
  return moves && isAid ? [chainRowId(event.meta.chainId)] : [];
}

/**
 * A zero-address transfer is booked as UNCLASSIFIED; the log that explains it comes after it in the same transaction
 * and moves the amount to its cause. The sum over the causes is the change of supply after every log.
 * @throws InvariantError when a log explains more than its transaction left unexplained
 */
export function evolveSupplyCause(row: SupplyCauseRow | undefined, event: SupplyEvent): SupplyCauseRow | undefined {
  const open = row?.txHash === event.meta.txHash ? row.openLegs : [];
  const after = event.type === 'TokenTransferred' ? moved(open, event) : explained(open, event);
  if (after === undefined) return row;
  return {
    id: chainRowId(event.meta.chainId),
    chainId: event.meta.chainId,
    causes: summed(row, after.bookings),
    txHash: event.meta.txHash,
    openLegs: after.open,
    booked: after.bookings,
    bookedBy: factId(event.meta.record, event.meta.part),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}

interface After {
  readonly open: readonly SupplyLeg[];
  readonly bookings: readonly SupplyBooking[];
}

function moved(open: readonly SupplyLeg[], {from, to, amount}: EventOf<'TokenTransferred'>): After {
  const [isMint, isBurn] = [from === ZERO_ADDRESS, to === ZERO_ADDRESS];
  const text = amount.toString();
  const legs: SupplyLeg[] = [
    ...(isMint ? [{direction: 'MINT', account: to, amount: text} as const] : []),
    ...(isBurn ? [{direction: 'BURN', account: from, amount: text} as const] : []),
  ];
  const booking = {minted: isMint ? text : '0', burned: isBurn ? text : '0'};
  const account = isMint ? to : from;
  return {open: [...open, ...legs], bookings: [{cause: 'UNCLASSIFIED', account, ...booking}]};
}

/** Undefined where the log explains nothing: a migration names no amount of AID, so that nothing else can be found. */
function explained(open: readonly SupplyLeg[], event: Companion): After | undefined {
  const {record} = event.meta;
  const mint = (cause: SupplyCause, account: string, amount: bigint): After =>
    reclassified(explain(open, {direction: 'MINT', account, amount}, record), cause, account, amount, 0n);
  const burn = (cause: SupplyCause, account: string, amount: bigint): After =>
    reclassified(explain(open, {direction: 'BURN', account, amount}, record), cause, account, 0n, amount);
  switch (event.type) {
    case 'AidMinted':
      return mint(causeOfMint(event.callerRole), event.recipient, event.aidOut);
    case 'AidRedeemed':
      return burn('REDEMPTION', event.owner, event.aidIn);
    case 'CapitalDeployed':
      return burn('DEPLOYMENT', event.meta.address, event.amount);
    case 'BridgeSent':
      return burn('BRIDGE', event.from, event.amountSent);
    case 'BridgeReceived':
      return mint('BRIDGE', event.to, event.amount);
    case 'AidMigrated': {
      const leg = newestMintTo(open, event.user);
      return leg && mint('MIGRATION', event.user, BigInt(leg.amount));
    }
    case 'FlashMinted': {
      const flash = flashLegs(open, event.to, event.amount, record);
      return reclassified(flash.open, 'FLASH_MINT', event.to, flash.minted, flash.burned);
    }
  }
}

/** Principal comes back through the vault, revenue through the distributor; everybody else deposits. */
function causeOfMint(callerRole: string | null): SupplyCause {
  if (callerRole === 'said') return 'CAPITAL_RETURN';
  return callerRole === 'revenueDistributor' ? 'REVENUE' : 'DEPOSIT';
}

function reclassified(
  open: readonly SupplyLeg[],
  cause: SupplyCause,
  account: string,
  minted: bigint,
  burned: bigint,
): After {
  const volume = (sign: bigint): Volume => ({minted: `${sign * minted}`, burned: `${sign * burned}`});
  const bookings = [
    {cause, account, ...volume(1n)},
    {cause: 'UNCLASSIFIED', account, ...volume(-1n)},
  ] as const;
  return {open, bookings};
}

/** Always all causes, in one order: 0 is known where nothing happened. */
function summed(row: SupplyCauseRow | undefined, bookings: readonly SupplyBooking[]): Record<SupplyCause, Volume> {
  const sums = SUPPLY_CAUSES.map((cause) => {
    const parts = [row?.causes[cause], ...bookings.filter((one) => one.cause === cause)];
    const sum = (of: keyof Volume): string => parts.reduce((all, part) => all + BigInt(part?.[of] ?? 0), 0n).toString();
    return [cause, {minted: sum('minted'), burned: sum('burned')}] as const;
  });
  return Object.fromEntries(sums) as Record<SupplyCause, Volume>;
}
