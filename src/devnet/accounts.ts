import {id} from 'ethers';

/** The address of a name: made up, the same on every run, unlocked on the local chain. Lower case. */
export function account(name: string): string {
  return `0x${id(`gaib-squid local chain: ${name}`).slice(-40)}`;
}

/** `count` addresses named `kind 1`, `kind 2`, ... */
export function accounts(kind: string, count: number): string[] {
  return Array.from({length: count}, (_, i) => account(`${kind} ${i + 1}`));
}

/** Creates the protocol's contracts and holds no role in them. */
export const DEPLOYER = account('deployer');
/** Creates and owns the stablecoins: the world outside the protocol. */
export const ISSUER = account('stablecoin issuer');
/** DEFAULT_ADMIN_ROLE everywhere, and so the keeper of the asset registry. */
export const ADMIN = account('admin');
/** TREASURER_ROLE of the minter. */
export const TREASURER = account('treasurer');
/** OPERATOR_ROLE of the vault and COLLECTOR_ROLE of the distributor. */
export const OPERATOR = account('operator');
/** NAV_ROLE of the vault. */
export const VALUER = account('valuer');
/** ORACLE_ROLE of the reserve feed. */
export const ORACLE = account('reserve oracle');
/** ORACLE_ROLE of the price feeds. */
export const PRICE_ORACLE = account('price oracle');
/** DENY_LIST_GUARD_ROLE of AID. */
export const GUARD = account('deny list guard');
/** ENDPOINT_ROLE of the bridge: delivers what arrives from another chain. */
export const ENDPOINT = account('bridge endpoint');
/** Holds the T-bills. */
export const CUSTODIAN = account('t-bill custodian');
/** Receives the protocol's fees. */
export const TREASURY = account('treasury');
/** Receives pass-through costs. */
export const SERVICE_PROVIDER = account('service provider');
/** Attests assets of every kind. */
export const ATTESTOR = account('attestor');
/** Settles cycles and processes the queue, which anyone may. */
export const KEEPER = account('keeper');
/** NAV_ROLE of the vault for a month. */
export const DEPUTY = account('deputy valuer');
/** Takes flash mints. */
export const FLASH_TRADER_OWNER = account('flash trader');
