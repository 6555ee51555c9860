import {randomInt} from 'node:crypto';
import type {Client} from 'pg';
import {auditBlock, type AuditedBlock} from '../audit/audit';
import {AuditNode, type Place} from '../audit/node';
import {heldPlaces, samplePlaces} from '../audit/places';
import {SUBJECTS} from '../audit/subjects';
import type {Network} from '../chain/networks';
import {loadConfig, rpcOf, type Config} from '../config';
import {DifferenceFound, UserError} from '../domain/errors';
import {withConnection} from '../postgres/database';
import {checkChainId} from '../preflight';
import {progressDisplay} from '../supervisor/progressDisplay';
import {readSession} from '../supervisor/session';
import {withHeldDatabase} from './heldDatabase';

const SEEDS = 2 ** 31;

export interface AuditOptions {
  readonly network: string;
  /** Heights */
  readonly block?: readonly number[];
  /** How many blocks to draw instead */
  readonly sample?: number;
  readonly seed?: number;
  readonly json: boolean;
}

/**
 * Compares the tables as of some blocks with the chain, and names every difference.
 * @throws DifferenceFound when there is one; UserError when a block is not held, or the node does not have it
 */
export async function auditCommand(options: AuditOptions): Promise<void> {
  const {block, sample, json} = options;
  if ((block === undefined) === (sample === undefined))
    throw new UserError('An audit needs either --block with heights or --sample with a number of blocks.');
  const seed = options.seed ?? randomInt(SEEDS);
  if (sample !== undefined) process.stderr.write(`Blocks are drawn with --seed ${seed}.\n`);
  const blocks = await withHeldDatabase(async (dbUrl, networks) => {
    const network = held(networks, options.network);
    const rpcUrl = rpcFor(loadConfig(), network.name);
    await checkChainId(network, rpcUrl);
    return withConnection(dbUrl, 'The database', async (db) => {
      await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const places = await (sample === undefined
        ? heldPlaces(db, network, block ?? [])
        : samplePlaces(db, network, sample, seed));
      return auditAll(db, network, rpcUrl, places);
    });
  });
  const document = {network: options.network, blocks};
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : blocks.map(inWords).join(''));
  const differences = blocks.flatMap((one) => one.differences).length;
  if (differences > 0)
    throw new DifferenceFound(`${differences} values of ${options.network} differ from the chain; see docs/audit.md.`);
}

async function auditAll(
  db: Client,
  network: Network,
  rpcUrl: string,
  places: readonly Place[],
): Promise<AuditedBlock[]> {
  const node = new AuditNode(rpcUrl, network.chainId);
  const display = progressDisplay();
  try {
    const bar = display.bar(network.name, 'subjects');
    const total = places.length * SUBJECTS.length;
    let done = 0;
    const audited: AuditedBlock[] = [];
    for (const place of places)
      audited.push(await auditBlock(db, network, node, place, () => bar.update((done += 1), total)));
    return audited;
  } finally {
    display.stop();
    node.close();
  }
}

function held(networks: readonly Network[], name: string): Network {
  const network = networks.find((one) => one.name === name);
  if (network !== undefined) return network;
  const names = networks.map((one) => one.name).join(', ');
  throw new UserError(`--network is '${name}', but the database holds ${names}; audit one of those.`);
}

/** The node of a running supervisor, which knows that of the local chain, or the first that is configured. */
const rpcFor = (config: Config, network: string): string =>
  readSession(config.dataDir)?.rpc[network] ?? rpcOf(config, network)[0] ?? '';

function inWords({height, hash, compared, notCompared, differences}: AuditedBlock): string {
  const counts = Object.entries(compared).map(([subject, count]) => `${subject} ${count}`);
  const total = Object.values(compared).reduce((sum, count) => sum + count, 0);
  const verdict = differences.length === 0 ? 'every value is what the chain says' : `${differences.length} differ`;
  const lines = [
    `Block ${height} ${hash}: ${total} values compared, ${verdict}`,
    `  compared: ${counts.join(', ')}`,
    ...differences.map(
      ({projection, row, field, held: mine, onChain, block}) =>
        `  ${projection} ${row} ${field}: held ${mine ?? '-'}, on chain ${onChain ?? '-'} (block ${block})`,
    ),
    ...notCompared.map(
      ({projection, row, field, reason, block}) =>
        `  not compared: ${projection} ${row} ${field} (block ${block}): ${reason}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
