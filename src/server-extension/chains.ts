import type {EntityManager} from 'typeorm';
import {stateSchema} from '../domain/ids';
import {BadInput} from './badInput';

/** A contract of a chain's network file; `address` is lower-case hex. */
export interface ChainContract {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly fromBlock: number;
  readonly toBlock?: number | null;
  readonly decimals?: number | null;
  readonly maxAgeSeconds?: number | null;
  readonly heartbeatSeconds?: number | null;
  readonly eid?: number | null;
}

/** A chain this database indexes. */
export interface IndexedChain {
  readonly chainId: number;
  readonly network: string;
  /** The supervisor's heartbeat; null before the first */
  readonly headHeight: number | null;
  /** Whether any block of it is held */
  readonly begun: boolean;
  readonly contracts: readonly ChainContract[];
  readonly parameters: ChainParameters;
  /** What known addresses are, by lower-case address */
  readonly labels: Readonly<Record<string, Label>>;
}

export interface Label {
  readonly class: string;
  readonly name: string;
}

interface FromBlock {
  readonly fromBlock: number;
}

/** How numbers of a chain are judged, as its network file says; a list that is not given is absent. */
export interface ChainParameters {
  readonly haircuts?: readonly (FromBlock & {component: string; bps: number})[];
  readonly settlement?: readonly (FromBlock & {component: string; days: number})[];
  readonly mintMargin?: readonly (FromBlock & {mode: string; value: string})[];
  readonly navBand?: readonly (FromBlock & {maxApyBps: number; toleranceBps: number; discountBps: number})[];
  readonly buffer?: readonly (FromBlock & {targetBps: number; stressLossBps: number; stressOutflowBps: number})[];
  readonly queuePolicies?: readonly (FromBlock & {policy: string; maxDays: number})[];
  readonly markCadence?: readonly (FromBlock & {days: number; graceDays: number})[];
  readonly priceDeviation?: {minSources: number; openBps: number; closeBps: number; holdSeconds: number};
}

/** The newest entry of a list that is in force at a block; undefined where there is none yet. */
export const inForce = <E extends FromBlock>(entries: readonly E[] | undefined, height: number): E | undefined =>
  entries?.reduce<E | undefined>(
    (newest, entry) =>
      entry.fromBlock <= height && (newest === undefined || entry.fromBlock >= newest.fromBlock) ? entry : newest,
    undefined,
  );

/** How far a chain is indexed: the newest block committed, and the newest of those that are final; -1 before any. */
export interface IndexedHeights {
  readonly indexed: number;
  readonly finalized: number;
}

/** All chains, by their id. */
export function loadChains(em: EntityManager): Promise<IndexedChain[]> {
  return em.query<IndexedChain[]>(
    `SELECT c.chain_id AS "chainId", c.network, c.head_height AS "headHeight", c.contracts, c.parameters, c.labels,
            EXISTS (SELECT 1 FROM block b WHERE b.chain_id = c.chain_id) AS begun
     FROM chain c ORDER BY c.chain_id`,
  );
}

/** Contracts of a role that were registered for a block. */
export const contractsAt = (chain: IndexedChain, role: string, height: number): ChainContract[] =>
  chain.contracts.filter(
    (contract) =>
      contract.role === role && contract.fromBlock <= height && height <= (contract.toBlock ?? Number.MAX_SAFE_INTEGER),
  );

export const contractsOf = (chain: IndexedChain, role: string): ChainContract[] =>
  chain.contracts.filter((contract) => contract.role === role);

/**
 * The chain a question is about: the one named, else the one with the sAID vault, else the lowest id.
 * @throws BadInput when nothing is indexed, or the chain named is not
 */
export function chooseChain(chains: readonly IndexedChain[], chainId?: number | null): IndexedChain {
  const vaultFirst = chains.find((chain) => contractsOf(chain, 'said').length > 0) ?? chains[0];
  const chosen = chainId == null ? vaultFirst : chains.find((chain) => chain.chainId === chainId);
  if (chosen !== undefined) return chosen;
  const held = chains.map((chain) => `${chain.chainId} (${chain.network})`).join(', ');
  if (held === '') throw new BadInput('Nothing is indexed yet: no chain has been added to this database.');
  throw new BadInput(`Chain ${chainId} is not indexed here: ask for ${held}.`);
}

/** Reads the processor's own state, one schema per chain; a schema that does not exist yet is a chain not begun. */
export async function indexedHeights(em: EntityManager, chainId: number): Promise<IndexedHeights> {
  if (!Number.isInteger(chainId)) throw new RangeError(`A chain id is an integer, not ${chainId}.`);
  const schema = stateSchema(chainId);
  const [exists] = await em.query<{begun: boolean}[]>('SELECT to_regclass($1) IS NOT NULL AS begun', [
    `${schema}.status`,
  ]);
  if (exists?.begun !== true) return {indexed: -1, finalized: -1};
  const [state] = await em.query<{finalized: number | null; hot: number | null}[]>(
    `SELECT (SELECT height FROM ${schema}.status WHERE id = 0) AS finalized,
            (SELECT max(height) FROM ${schema}.hot_block) AS hot`,
  );
  const finalized = state?.finalized ?? -1;
  return {finalized, indexed: Math.max(finalized, state?.hot ?? -1)};
}
