import fc from 'fast-check';
import type {DomainEvent} from '../domain/event';
import {Reader} from '../server-extension/fixture/ask';
import {SERVICES} from './laws/circulation';
import {world} from './laws/history';
import type {World} from './laws/world';
import {createTestDatabase} from './postgres';
import {stretched, writeWorld} from './worldDatabase';

/** A long world in a database of its own. */
export interface UsageStage {
  readonly reader: Reader;
  readonly events: readonly DomainEvent[];
  readonly head: number;
  close(): Promise<void>;
}

/** Transfers to AI services, those to themselves included. */
const paid = ({events}: World): number =>
  events.filter((event) => event.type === 'TokenTransferred' && SERVICES.includes(event.to)).length;

/** Opens the world with the most payments of those that last longer than a month. */
export async function openUsageStage(): Promise<UsageStage> {
  const worlds = fc
    .sample(world, {numRuns: 150, seed: 3})
    .filter(({events}) => (events.at(-1)?.meta.height ?? 0) > 130);
  const busiest = worlds.reduce((best, one) => (paid(one) > paid(best) ? one : best));
  const events = stretched(busiest.events);
  const database = await createTestDatabase();
  const head = await writeWorld(database.url, events);
  const reader = await Reader.open(database.url);
  const close = async (): Promise<void> => {
    await reader.close();
    await database.drop();
  };
  return {reader, events, head, close};
}

const REASONS = 'reasons {field reason}';
/** What an answer and a point of a history have in common. */
export const STATE = `token supply holdings {class amount share accounts {address amount} ${REASONS}} staked stakedShare defi
  defiShare defiBehindSaid paid paidShare idle idleShare volume30d meanSupply30d velocity activeAccounts1d
  activeAccounts7d activeAccounts30d holderCount hhi effectiveHolders top10Share ${REASONS} asOf {height}`;
export const SERVICE = '{address count volume payers referencedCount referencedVolume}';

interface Holding {
  class: string;
  amount: string;
  accounts: {address: string; amount: string}[];
}
export interface Usage {
  [field: string]: unknown;
  supply: string;
  holdings: Holding[];
  reasons: {field: string; reason: string}[];
}

/** The answer as of a block. */
export const usageOf = async (reader: Reader, height: number, token = 'AID'): Promise<Usage> =>
  (
    await reader.answer<{usage: Usage}>(
      `{usage(token: "${token}", asOf: {block: ${height}}) {${STATE} payments30d ${SERVICE} paymentsToDate ${SERVICE}}}`,
    )
  ).usage;
