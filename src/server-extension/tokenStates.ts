import type {EntityManager} from 'typeorm';
import {known, missing, type Measured} from '../domain/methodology';
import type {TokenRow} from '../domain/token';
import {turnover, VELOCITY_SECONDS, type TokenAt, type Turnover} from '../domain/usage';
import type {AsOfPoint, Held} from './asOf';
import {blocksAt, type HeldBlock} from './heldBlocks';
import {versionsAt, type RowName, type Snapshot} from './versions';

/** A token as of blocks, as of 30 days before each of them, and as of the last block before each of some instants. */
export interface TokenStates {
  readonly points: readonly AsOfPoint[];
  /** At the point of an index */
  at(index: number): TokenAt;
  /** Over the 30 days to the point, between the two evaluation blocks (metrics.md V3) */
  monthly(index: number): Measured<Turnover>;
  /** Block at or before the start of the 30 days to the point; undefined where none is held that early */
  monthStart(index: number): HeldBlock | undefined;
  /** Just before the instant of an index; a token had not moved before the first block held */
  before(index: number): TokenAt;
}

/** Reads them in two queries, however many there are. */
export async function tokenStates(
  em: EntityManager,
  {chain: {chainId}}: Held,
  token: string,
  points: readonly AsOfPoint[],
  instants: readonly number[] = [],
): Promise<TokenStates> {
  const name: RowName = {chainId, projection: 'token', key: token};
  const earlier = [...points.map(({at}) => at - VELOCITY_SECONDS), ...instants.map((at) => at - 1)];
  const blocks = (await blocksAt(em, [chainId], earlier)).map((found) => found.get(chainId));
  const snapshots = [...points, ...blocks].map(
    (block): Snapshot => new Map(block === undefined ? [] : [[chainId, block]]),
  );
  const rows = (await versionsAt(em, [name], snapshots)).map((versions) => versions.get<TokenRow>(name)?.row);
  const at = (index: number): TokenAt => ({row: rows[index], at: points[index]?.at ?? 0});
  return {
    points,
    at,
    monthStart: (index) => blocks[index],
    monthly: (index) => {
      const start = blocks[index];
      if (start === undefined) return missing('INSUFFICIENT_HISTORY');
      return known(turnover({row: rows[points.length + index], at: start.at}, at(index)));
    },
    before: (index) => ({row: rows[2 * points.length + index], at: instants[index] ?? 0}),
  };
}
