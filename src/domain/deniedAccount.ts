import type {EventOf} from './event';
import {balanceRowId, contractRowId} from './ids';
import {isDenial} from './roles';

/**
 * An account that was ever on AID's deny list. The role decides (domain.md 1.4); the list's own events must say the
 * same and are kept beside it, so that a difference shows.
 */
export interface DeniedAccountRow {
  readonly id: string;
  readonly chainId: number;
  readonly token: string;
  readonly account: string;
  /** By the role: whether it may neither send nor receive */
  readonly denied: boolean;
  /** By the list's own events */
  readonly listed: boolean;
  /** When `denied` changed last; null before */
  readonly changedAt: number | null;
  /** Records that changed `denied` and `listed` last */
  readonly deniedBy: string | null;
  readonly listedBy: string | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type DenyEvent = EventOf<'RoleGranted' | 'RoleRevoked' | 'DenyListChanged'>;

/** The accounts an event names on the deny list, each once. */
export function deniedAccountsOf(event: DenyEvent): readonly string[] {
  if (event.type === 'DenyListChanged') return [...new Set(event.accounts)];
  return isDenial(event.meta.role, event.role) ? [event.account] : [];
}

export const deniedRowId = ({meta}: {readonly meta: DenyEvent['meta']}, account: string): string =>
  balanceRowId(contractRowId(meta.chainId, meta.address), account);

export const deniedKeys = (event: DenyEvent): string[] =>
  deniedAccountsOf(event).map((account) => deniedRowId(event, account));

/** What does not change says nothing: the list's event also names accounts that were on it already. */
export function evolveDenied(
  row: DeniedAccountRow | undefined,
  event: DenyEvent,
  id: string,
): DeniedAccountRow | undefined {
  const {meta} = event;
  const token = contractRowId(meta.chainId, meta.address);
  const before = row ?? {denied: false, listed: false, changedAt: null, deniedBy: null, listedBy: null};
  const change =
    event.type === 'DenyListChanged'
      ? event.denied !== before.listed && {listed: event.denied, listedBy: meta.record}
      : (event.type === 'RoleGranted') !== before.denied && {
          denied: !before.denied,
          changedAt: meta.at,
          deniedBy: meta.record,
        };
  if (change === false) return row;
  return {
    ...before,
    ...change,
    id,
    chainId: meta.chainId,
    token,
    account: id.slice(token.length + 1),
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
