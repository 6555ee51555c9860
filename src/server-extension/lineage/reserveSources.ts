import type {EntityManager} from 'typeorm';
import type {Source} from '../../domain/backing';
import type {CustodyBalanceRow} from '../../domain/custodyBalance';
import type {Held} from '../asOf';
import {contractsOf} from '../chains';
import type {HeldBlock} from '../heldBlocks';
import {allVersionsAt, type Snapshot} from '../versions';
import type {Parameters} from './metric';
import {facts, namedFacts, type CauseSource} from './source';

/** ReserveMoved(address,address,bytes32,uint256), which the desk emits when T-bills are bought and sold. */
const RESERVE_MOVED = '0xb2734197647f8f683131484c39ee9c7bab48892181b32a4883ddac0df778b8cb';

/** Where a component's value comes from, and what reads it. */
export interface TracedComponent {
  readonly parameters: Parameters;
  readonly causes: readonly CauseSource[];
}

/** Movements of a stablecoin between custody and others, up to a block; what stays in custody moves nothing. */
const custodySource = (component: string, height: number): CauseSource =>
  facts({
    ...{term: 'reserves', projection: 'custodyTransfer', table: 'custody_transfer', key: 'component'},
    where: 'f.component = $1 AND f.height <= $2 AND f.from_custody <> f.to_custody AND f.amount <> 0',
    parameters: [component, height],
  });

/** A stablecoin in custody as of a block. */
export async function tracedStablecoin(
  em: EntityManager,
  held: Held,
  {id, chainId}: Pick<Source, 'id' | 'chainId'>,
  block: HeldBlock,
): Promise<TracedComponent> {
  const address = id.slice(`${chainId}-`.length);
  const chain = held.chains.find((one) => one.chainId === chainId);
  const contract = chain && contractsOf(chain, 'reserveAsset').find((one) => one.address === address);
  const balances = await allVersionsAt<CustodyBalanceRow>(em, 'custodyBalance', block);
  const custody = balances.filter(({row}) => row.component === id).map(({row}) => row.holder);
  return {
    parameters: {kind: 'STABLECOIN', chainId, address, decimals: contract?.decimals ?? 18, custody: custody.sort()},
    causes: [custodySource(id, block.height)],
  };
}

interface Report {
  readonly id: string;
  readonly record: string;
}

/** The newest report of a T-bill leg, and the purchases and sales after its valuation that it does not know of. */
export async function tracedTbill(
  em: EntityManager,
  {chains}: Held,
  {id, chainId, maxAgeSeconds}: Pick<Source, 'id' | 'chainId' | 'maxAgeSeconds'>,
  {height}: HeldBlock,
  withMoves: boolean,
): Promise<TracedComponent> {
  const [report] = await em.query<Report[]>(
    `SELECT id, record FROM reserve_report WHERE component = $1 AND height <= $2 ORDER BY id COLLATE "C" DESC LIMIT 1`,
    [id, height],
  );
  const chain = chains.find((one) => one.chainId === chainId);
  const address = id.slice(`${chainId}-`.length);
  const feed = chain && contractsOf(chain, 'reserveFeed').find((one) => one.address === address);
  const assets = chain?.contracts.filter((one) => one.decimals != null) ?? [];
  return {
    parameters: {
      ...{kind: 'TBILL', chainId, address, decimals: feed?.decimals ?? 8, maxAgeSeconds},
      assetDecimals: Object.fromEntries(assets.map((one) => [one.address, one.decimals ?? 18])),
    },
    causes: [
      ...namedFacts(
        {term: 'reserves', projection: 'reserveReport', table: 'reserve_report', key: 'component'},
        report === undefined ? [] : [report.id],
      ),
      ...(withMoves && report !== undefined ? [moves(id, report, height)] : []),
    ],
  };
}

/** Moves of before the report that are later than its valuation, and all that came after it. */
const moves = (component: string, report: Report, height: number): CauseSource => ({
  sql: `SELECT 'reserves' AS term, 'VERSION' AS kind, v.projection, v.id::text AS id, v.key, v.height, ARRAY[r.id::text] AS records
        FROM state_version v CROSS JOIN LATERAL unnest(v.causes) c(id) JOIN event_record r ON r.id = c.id
        WHERE v.projection = 'reserveComponent' AND v.key = $1 AND v.height <= $2 AND r.kind = 'LOG'
          AND r.topics[1] = $3 AND r.data !~ '^0x0*$'
          AND (r.id > $4 COLLATE "C" OR r."at" > (SELECT q.valuation_at FROM reserve_report q WHERE q.id = $5))`,
  parameters: [component, height, RESERVE_MOVED, report.record, report.id],
});

/** The blocks of a snapshot by chain, as parameters that name the instants of an answer. */
export const blockOf = (snapshot: Snapshot, chainId: number): HeldBlock => {
  const block = snapshot.get(chainId);
  if (block === undefined) throw new RangeError('A component of a chain that has no block yet.');
  return block;
};
