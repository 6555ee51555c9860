import {ACCOUNT_CLASSES, type AccountClass} from '../domain/accountClass';
import type {IndexedChain} from './chains';

/** An account of a chain that has a name: by a label, or because it is a contract of the network file. */
export interface KnownAccount {
  readonly address: string;
  readonly class: AccountClass;
  readonly name: string;
  /** Role in the network file; null for an account that is labelled only */
  readonly role: string | null;
}

/** Contracts of the network file that belong to somebody else. */
const FOREIGN_ROLES = ['reserveAsset'];

/** Labels decide; a contract of the protocol that nobody labelled is PROTOCOL, its bridge BRIDGE. */
export function knownAccounts(chain: IndexedChain): KnownAccount[] {
  const known = new Map<string, KnownAccount>();
  for (const {address, name, role} of chain.contracts) {
    const kind = role === 'bridge' ? 'BRIDGE' : 'PROTOCOL';
    if (!FOREIGN_ROLES.includes(role) && !known.has(address)) known.set(address, {address, class: kind, name, role});
  }
  for (const [address, label] of Object.entries(chain.labels)) {
    const role = known.get(address)?.role ?? null;
    known.set(address, {address, class: classOf(label.class), name: label.name, role});
  }
  return [...known.values()];
}

/** @throws RangeError for a class that no network's labels may use */
function classOf(text: string): AccountClass {
  const found = ACCOUNT_CLASSES.find((one) => one === text);
  if (found === undefined) throw new RangeError(`A label's class is ${text}, which there is not.`);
  return found;
}

export const ofClass = (accounts: readonly KnownAccount[], classes: readonly AccountClass[]): KnownAccount[] =>
  accounts.filter((account) => classes.includes(account.class));
