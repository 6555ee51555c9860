import {contractsOf} from '../chains';
import type {Held} from '../asOf';
import type {Snapshot} from '../versions';
import {facts, issuance, type CauseSource} from './source';
import {rowsOf} from '../aidSupply';
import type {Bridged} from '../bridgedSupply';
import type {Parameters} from './metric';

/** The chains of a snapshot, and who issues and carries AID there. */
export const issuers = ({chains}: Held, snapshot: Snapshot): Parameters[] =>
  chains.flatMap((chain) => {
    const block = snapshot.get(chain.chainId);
    if (block === undefined) return [];
    const addresses = (role: string): string[] => [...new Set(contractsOf(chain, role).map(({address}) => address))];
    return [{chainId: chain.chainId, height: block.height, aid: addresses('aid'), bridges: addresses('bridge')}];
  });

/** Every mint and burn of AID on the chains of a snapshot. */
export const supplySources = (
  {chains}: Held,
  snapshot: Snapshot,
  side: 'MINT' | 'BURN' | 'BOTH' = 'BOTH',
): CauseSource[] =>
  chains.flatMap((chain) => {
    const block = snapshot.get(chain.chainId);
    return block === undefined ? [] : rowsOf(chain, 'token').map(({key}) => issuance('supply', key, block, side));
  });

/** What is owed: mints and burns, and the messages of the bridge that make what is in flight and away. */
export const liabilitySources = (held: Held, snapshot: Snapshot, bridged: Bridged): CauseSource[] => [
  ...supplySources(held, snapshot),
  ...(bridged.inFlight.reason === null ? [bridgeSource('inFlight', IN_FLIGHT, held, snapshot)] : []),
  ...(bridged.away.reason === null ? [bridgeSource('away', AWAY, held, snapshot)] : []),
];

/** The rules of `bridgedSupplies` for one snapshot: an end whose other end is known is neither in flight nor away. */
function bridgeSource(term: string, rule: string, {chains}: Held, snapshot: Snapshot): CauseSource {
  const endpoints = chains.flatMap((chain) =>
    contractsOf(chain, 'bridge').flatMap(({eid}) => (eid == null ? [] : [{eid, chainId: chain.chainId}])),
  );
  const blocks = [...snapshot.values()];
  return facts({
    ...{term, projection: 'bridgeTransfer', table: 'bridge_transfer', key: 'guid'},
    where: `f.amount <> 0 AND f.height <= (${HEIGHT}) AND ${rule}`,
    parameters: [
      blocks.map(({chainId}) => chainId),
      blocks.map(({height}) => height),
      blocks.map(({at}) => at),
      endpoints.map(({eid}) => eid),
      endpoints.map(({chainId}) => chainId),
    ],
  });
}

const PLACES = 'unnest($1::int[], $2::int[], $3::bigint[]) p(chain_id, height, "at")';
const HEIGHT = `SELECT p.height FROM ${PLACES} WHERE p.chain_id = f.chain_id`;
const OTHERS = 'SELECT e.chain_id FROM unnest($4::int[], $5::int[]) e(eid, chain_id) WHERE e.eid = f.eid';
const AWAY = `NOT EXISTS (${OTHERS})`;
/** Sent and not received; or received from a chain that is not indexed as far as that, and not sent there. */
const IN_FLIGHT = `EXISTS (${OTHERS}) AND NOT EXISTS (
    SELECT 1 FROM bridge_transfer o JOIN ${PLACES} ON p.chain_id = o.chain_id AND o.height <= p.height
    WHERE o.guid = f.guid AND o.direction <> f.direction AND o.chain_id IN (${OTHERS})
      AND f.chain_id IN (SELECT e.chain_id FROM unnest($4::int[], $5::int[]) e(eid, chain_id) WHERE e.eid = o.eid))
  AND (f.direction = 'SENT' OR NOT EXISTS (
    SELECT 1 FROM ${PLACES} WHERE p.chain_id IN (${OTHERS}) AND p."at" >= extract(epoch FROM f."at")))`;
