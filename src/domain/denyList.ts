import {balanceKeys} from './balance';
import {deniedKeys, type DeniedAccountRow, type DenyEvent} from './deniedAccount';
import type {EventOf} from './event';
import {contractRowId} from './ids';

/** AID's deny list as a whole. */
export interface DenyListRow {
  readonly id: string;
  readonly chainId: number;
  /** Accounts that hold the role */
  readonly deniedCount: number;
  /** What they hold, AID wei */
  readonly deniedBalance: bigint;
  /** Accounts of which the role says one thing and the list's own events another */
  readonly disagreementCount: number;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type DenyListEvent = DenyEvent | EventOf<'TokenTransferred'>;

export const denyListId = ({meta}: Pick<DenyListEvent, 'meta'>): string => contractRowId(meta.chainId, meta.address);

/** The accounts whose place on the list, or balance, the event may change: ids of their rows and of their balances. */
export function concernedKeys(event: DenyListEvent): string[] {
  if (event.type === 'TokenTransferred') return event.meta.role === 'aid' ? balanceKeys(event) : [];
  return deniedKeys(event);
}

/** An account as it is after the event being folded; both rows have the same id. */
export interface AccountAfter {
  readonly denied: (id: string) => DeniedAccountRow | undefined;
  readonly balance: (id: string) => bigint;
}

/** The row changes only where a denied account does. */
export function evolveDenyList(
  row: DenyListRow | undefined,
  event: DenyListEvent,
  after: AccountAfter,
): DenyListRow | undefined {
  const {count, balance, disagreements} = changeOf(event, after);
  if (count === 0 && balance === 0n && disagreements === 0) return row;
  return {
    id: denyListId(event),
    chainId: event.meta.chainId,
    deniedCount: (row?.deniedCount ?? 0) + count,
    deniedBalance: (row?.deniedBalance ?? 0n) + balance,
    disagreementCount: (row?.disagreementCount ?? 0) + disagreements,
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}

interface Change {
  readonly count: number;
  readonly balance: bigint;
  readonly disagreements: number;
}

function changeOf(event: DenyListEvent, after: AccountAfter): Change {
  if (event.type === 'TokenTransferred') return movement(event, after);
  return deniedKeys(event)
    .map((id) => entry(event, after, id))
    .reduce(
      (sum, one) => ({
        count: sum.count + one.count,
        balance: sum.balance + one.balance,
        disagreements: sum.disagreements + one.disagreements,
      }),
      NOTHING,
    );
}

const NOTHING: Change = {count: 0, balance: 0n, disagreements: 0};

/** A denied account moves nothing by itself, but another version of the contract may burn from it or mint to it. */
function movement(event: EventOf<'TokenTransferred'>, {denied}: AccountAfter): Change {
  const balance = balanceKeys(event).reduce((sum, id) => {
    const row = denied(id);
    if (row?.denied !== true) return sum;
    return sum + (row.account === event.to ? event.amount : 0n) - (row.account === event.from ? event.amount : 0n);
  }, 0n);
  return {...NOTHING, balance};
}

/** What changed says so by its record. */
function entry(event: DenyEvent, {denied, balance}: AccountAfter, id: string): Change {
  const row = denied(id);
  const isRole = event.type !== 'DenyListChanged';
  if (row === undefined || (isRole ? row.deniedBy : row.listedBy) !== event.meta.record) return NOTHING;
  const disagreements = row.denied === row.listed ? -1 : 1;
  if (!isRole) return {...NOTHING, disagreements};
  return row.denied
    ? {count: 1, balance: balance(id), disagreements}
    : {count: -1, balance: -balance(id), disagreements};
}
