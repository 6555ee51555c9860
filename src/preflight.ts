import {Client} from 'pg';
import {observedContracts} from './chain/readings';
import type {Labels} from './chain/labels';
import type {Network} from './chain/networks';
import {redact} from './config';
import {UserError} from './domain/errors';
import {DECODERS_VERSION} from './chain/contracts';
import {PROJECTIONS} from './projections';
import {firstHeads, type Head} from './projections/digest';
import {ask, RpcFailure} from './rpcProbe';

/**
 * The node must answer, be of the right chain and have history.
 * @returns its head, or 0 where there is only a gateway
 * @throws UserError saying what is wrong and what to do
 */
export async function checkNode(network: Network, rpcUrl: string | undefined): Promise<number> {
  if (rpcUrl === undefined) return 0;
  await checkChainId(network, rpcUrl);
  const head = parseInt(await ask<string>(rpcUrl, 'eth_blockNumber', []), 16);
  await checkHistory(network, rpcUrl, head);
  return head;
}

/** @throws UserError when the node does not answer, or is of another chain */
export async function checkChainId(network: Network, rpcUrl: string): Promise<void> {
  const chainId = parseInt(await ask<string>(rpcUrl, 'eth_chainId', []), 16);
  if (chainId === network.chainId) return;
  throw new UserError(
    `The RPC ${redact(rpcUrl)} is chain ${chainId}, but the network ${network.name} is chain ${network.chainId}; ` +
      `set RPC_${network.name.toUpperCase()} to a node of that chain.`,
  );
}

/** Readings ask for the state of old blocks, which a pruned node refuses. */
async function checkHistory(network: Network, rpcUrl: string, head: number): Promise<void> {
  const [observed] = observedContracts(network);
  const first = Math.max(network.startBlock, observed?.contract.fromBlock ?? 0);
  const [call] = observed?.observation.calls ?? [];
  if (observed === undefined || call === undefined || first > head) return;
  try {
    const params = [{to: observed.contract.address, data: call.input}, `0x${first.toString(16)}`];
    await ask<string>(rpcUrl, 'eth_call', params);
  } catch (error) {
    if (!(error instanceof RpcFailure)) throw error;
    if (/revert/i.test(error.message)) return;
    throw new UserError(
      `The RPC ${redact(rpcUrl)} has no state of block ${first} (${error.message}), which the NAVs of ` +
        `${network.name} are read from; use an archive node.`,
    );
  }
}

/**
 * The database must hold this network and these projections, or nothing yet; then it is claimed for them. To be called
 * by the holder of the chain's writer lock. Writes only when all of it holds.
 * @throws UserError saying what is wrong and what to do
 */
export async function claimDatabase(network: Network, labels: Labels, dbUrl: string): Promise<void> {
  const db = new Client({connectionString: dbUrl});
  await db.connect();
  try {
    await db.query('BEGIN');
    await checkChain(db, network, labels);
    await checkVersions(db, network);
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

/** Parameters and labels judge and name what is read; no row rests on them, so they may change. */
async function checkChain(db: Client, network: Network, labels: Labels): Promise<void> {
  const contracts = JSON.stringify(network.contracts);
  const held = await db.query<{network: string; same: boolean}>(
    `SELECT network, contracts = $2::jsonb AND start_block = $3 AND read_every IS NOT DISTINCT FROM $4 AND custody = $5 AS same
     FROM chain WHERE id = $1`,
    [`${network.chainId}`, contracts, network.startBlock, network.readEvery ?? null, network.custody],
  );
  const [row] = held.rows;
  if (row !== undefined && !row.same) {
    throw new UserError(
      `The database holds chain ${network.chainId} indexed as '${row.network}' with another network file ` +
        `(contracts, custody, startBlock or readEvery differ); use another database or start afresh.`,
    );
  }
  await db.query(
    `INSERT INTO chain
       (id, chain_id, network, start_block, finality_confirmation, read_every, contracts, custody, parameters, labels)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (id) DO UPDATE SET network = $3, finality_confirmation = $5, parameters = $9, labels = $10`,
    [
      `${network.chainId}`,
      network.chainId,
      network.name,
      network.startBlock,
      network.finalityConfirmation,
      network.readEvery ?? null,
      contracts,
      network.custody,
      JSON.stringify(network.parameters),
      JSON.stringify(labels),
    ],
  );
}

async function checkVersions(db: Client, network: Network): Promise<void> {
  const held = await db.query<{name: string; version: number; decoders: number}>(
    'SELECT name, version, decoders FROM projection_version WHERE chain_id = $1',
    [network.chainId],
  );
  const versions = new Map(held.rows.map((row) => [row.name, row]));
  const wanted = firstHeads(network.chainId, PROJECTIONS, DECODERS_VERSION);
  const isStale = ({name, version, decoders}: Head): boolean =>
    versions.get(name)?.version !== version || versions.get(name)?.decoders !== decoders;
  const stale = versions.size === 0 ? [] : wanted.filter(isStale);
  if (stale.length > 0) {
    const names = stale.map(({name, version, decoders}) => {
      const row = versions.get(name);
      return row === undefined || row.version !== version
        ? `${name} (held ${row?.version ?? 'none'}, wanted ${version})`
        : `${name} (held of decoders ${row.decoders}, wanted ${decoders})`;
    });
    const shown = names.length > 3 ? [...names.slice(0, 3), `and ${names.length - 3} more`] : names;
    throw new UserError(
      `The database holds rows of other versions: ${shown.join(', ')}; run gaib-squid replay, or index into an empty ` +
        'database.',
    );
  }
  for (const {id, chainId, name, version, decoders, digest} of wanted) {
    await db.query(
      `INSERT INTO projection_version (id, chain_id, name, version, decoders, digest)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
      [id, chainId, name, version, decoders, digest],
    );
  }
}
