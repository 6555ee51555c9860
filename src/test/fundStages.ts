import fc from 'fast-check';
import type {DomainEvent} from '../domain/event';
import {Reader} from '../server-extension/fixture/ask';
import {DISTRIBUTOR, SAID} from './given';
import {SERVICES} from './laws/circulation';
import {TREASURY} from './laws/deals';
import {world} from './laws/history';
import {createTestDatabase, type TestDatabase} from './postgres';
import {blockTime, DEX, LENDING, stretched, writeWorld} from './worldDatabase';

export interface Node {
  id: string;
  medium: string;
  node: string;
  opening: string;
  closing: string;
  inflow: string;
  outflow: string;
  residual: string;
}
export interface Edge {
  medium: string;
  from: string;
  to: string;
  cause: string;
  assetId: string | null;
  amount: string;
  count: number;
}
export interface Flow {
  nodes: Node[];
  edges: Edge[];
  residual: string;
  checks: {name: string; edges: string; told: string; residual: string}[];
  asOf: {height: number};
  opening: {height: number} | null;
}

const FLOW = `nodes {id medium node assetId opening closing inflow outflow residual} residual
  edges {medium from to cause assetId amount count} checks {name edges told residual} opening {height} asOf {height}`;

const WORLDS = fc
  .sample(world, {numRuns: 20, seed: 17})
  .sort((a, b) => b.aid.transfers - a.aid.transfers)
  .slice(0, 3);

/** A world in a database of its own. */
export interface Stage {
  readonly database: TestDatabase;
  readonly reader: Reader;
  readonly events: readonly DomainEvent[];
  readonly head: number;
}
/** Opens the worlds with the most transfers. */
export const openStages = (): Promise<Stage[]> =>
  Promise.all(
    WORLDS.map(async (one) => {
      const events = stretched(one.events);
      const database = await createTestDatabase();
      const head = await writeWorld(database.url, events);
      return {database, events, head, reader: await Reader.open(database.url)};
    }),
  );

export async function closeStages(stages: readonly Stage[]): Promise<void> {
  for (const {reader, database} of stages) {
    await reader.close();
    await database.drop();
  }
}

/** Time of a block. */
export const iso = (height: number): string => new Date(blockTime(height) * 1000).toISOString();

/** The ledger of the blocks [from, to). */
export const flow = async ({reader}: Stage, from: number, to: number): Promise<Flow> =>
  (await reader.answer<{flowOfFunds: Flow}>(`{flowOfFunds(from: "${iso(from)}", to: "${iso(to)}") {${FLOW}}}`))
    .flowOfFunds;

/** Periods at random: blocks [from, to). */
export const spans = ({head}: Stage): (readonly [number, number])[] =>
  fc
    .sample(fc.tuple(fc.integer({min: 1, max: head}), fc.integer({min: 1, max: head})), {numRuns: 12, seed: 23})
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + (a === b ? 1 : 0)] as const)
    .filter(([, to]) => to <= head);

/** The nodes of AID whose accounts the world names. */
export const NODES: Readonly<Record<string, readonly string[]>> = {
  VAULT: [SAID.address],
  DISTRIBUTOR: [DISTRIBUTOR.address],
  AI_SERVICE: SERVICES,
  DEX: [DEX],
  LENDING: [LENDING],
  TREASURY: [TREASURY],
};
