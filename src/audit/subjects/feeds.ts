import * as feed from '../../abi/reserveFeed';
import type {NetworkContract} from '../../chain/networks';
import {instantOrNever} from '../../chain/words';
import {contractRowId} from '../../domain/ids';
import type {ReserveComponentRow} from '../../domain/reserve';
import {toWad} from '../../domain/units';
import type {Scope, Subject} from '../subject';

interface Answer {
  readonly id: string;
  readonly round: string;
  readonly value: string;
  readonly at: Date;
}

/** The newest answer of the reserve feeds and the price feeds, and the T-bill leg that rests on it. */
export const feeds: Subject = {
  name: 'feeds',
  async audit(scope) {
    const components = await scope.held.versions<ReserveComponentRow>('reserveComponent');
    for (const contract of scope.contracts('reserveFeed', 'aidPriceFeed', 'saidPriceFeed')) {
      const id = contractRowId(scope.network.chainId, contract.address);
      const [newest] = await newestAnswer(scope, contract, id);
      const told = latest(scope, contract);
      const isReserve = contract.role === 'reserveFeed';
      const projection = isReserve ? 'reserveReport' : 'priceObservation';
      if (newest === undefined) {
        scope.compare({projection, row: `newest of ${id}`, field: 'roundId'}, null, whereThereIsOne(told));
        continue;
      }
      scope.compareAll(projection, newest.id, {
        roundId: [newest.round, told.then(({round}) => round)],
        [isReserve ? 'valueUsd' : 'priceUsd']: [newest.value, told.then(({value}) => value)],
        [isReserve ? 'valuationAt' : 'pricedAt']: [newest.at.getTime() / 1000, told.then(({at}) => at)],
      });
      if (!isReserve) continue;
      const row = components.find(({key}) => key === id)?.row;
      scope.compareAll('reserveComponent', id, {
        reportedUsd: [row?.reportedUsd, told.then(({value}) => value)],
        valuationAt: [row?.valuationAt, told.then(({at}) => at)],
      });
    }
  },
};

const newestAnswer = (scope: Scope, {role}: NetworkContract, id: string): Promise<Answer[]> =>
  role === 'reserveFeed'
    ? scope.held.facts<Answer>(
        `SELECT id, round_id::text AS round, value_usd::text AS value, valuation_at AS at FROM reserve_report
         WHERE chain_id = $1 AND height <= $2 AND component = $3 ORDER BY record DESC LIMIT 1`,
        id,
      )
    : scope.held.facts<Answer>(
        `SELECT id, round_id::text AS round, price_usd::text AS value, priced_at AS at FROM price_observation
         WHERE chain_id = $1 AND height <= $2 AND source = $3 ORDER BY record DESC LIMIT 1`,
        id,
      );

interface Told {
  readonly round: bigint;
  readonly value: bigint;
  readonly at: number | null;
}

async function latest(scope: Scope, {address, decimals = 8}: NetworkContract): Promise<Told> {
  const {roundId, answer, updatedAt} = await scope.ask(address, feed.functions.latestRoundData, {});
  return {round: roundId, value: toWad(answer, decimals), at: instantOrNever(updatedAt)};
}

/** Aggregators answer 0, or revert, before their first round. */
const whereThereIsOne = async (told: Promise<Told>): Promise<bigint | null> => {
  const {round} = await told;
  return round === 0n ? null : round;
};
