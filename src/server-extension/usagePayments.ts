import type {ServicePaymentsPart} from './answers/usageParts';
import {knownAccounts, ofClass, type KnownAccount} from './knownAccounts';
import type {IndexedChain} from './chains';
import {NO_PAYMENTS, type Payments} from './payments';

/** The labelled AI services of a chain, by address. */
export const servicesOf = (chain: IndexedChain): KnownAccount[] =>
  ofClass(knownAccounts(chain), ['AI_SERVICE']).sort((a, b) => (a.address < b.address ? -1 : 1));

/** What each service was paid; one that was paid nothing has zeros. */
export const serviceParts = (
  services: readonly KnownAccount[],
  paid: ReadonlyMap<string, Payments> | undefined,
): ServicePaymentsPart[] =>
  services.map(({address, name}) => ({address, name, ...(paid?.get(address) ?? NO_PAYMENTS)}));
