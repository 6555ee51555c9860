import {existsSync} from 'node:fs';
import type {Client} from 'pg';
import {loadConfig, networkKey, redact, type Config} from '../config';
import {readProgress, type ChainProgress} from '../gateway/progress';
import {openDatabase, withConnection} from '../postgres/database';
import {embeddedHome} from '../postgres/embedded';
import {readSession, type Session} from '../supervisor/session';

interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly digest: string;
  readonly digestHeight: number | null;
}

interface InvariantStatus {
  readonly name: string;
  readonly subject: string;
  readonly ok: boolean;
  readonly isGuard: boolean;
  /** Amount as text; 0 where the law holds */
  readonly residual: string;
  readonly brokenHeight: number | null;
}

/** One chain of `status --json`. Heights are null before the first block. */
interface ChainStatus extends ChainProgress {
  readonly lagBlocks: number | null;
  /** Logs that no decoder knows */
  readonly unrecognized: number;
  readonly projections: readonly ProjectionStatus[];
  readonly invariants: readonly InvariantStatus[];
  /** Redacted */
  readonly rpcUrl: string | null;
}

export interface StatusOptions {
  readonly json: boolean;
}

/** Prints how far each chain is indexed; with \`json\` one document on stdout. */
export async function statusCommand(options: StatusOptions): Promise<void> {
  const config = loadConfig();
  const session = readSession(config.dataDir);
  const chains = await readChains(config, session);
  const answer = {api: session?.url ?? null, chains};
  process.stdout.write(options.json ? `${JSON.stringify(answer, null, 2)}\n` : asTable(answer));
}

async function readChains(config: Config, session: Session | undefined): Promise<ChainStatus[]> {
  // Asking for the status must not create an embedded database.
  if (config.dbUrl === undefined && !existsSync(embeddedHome(config.dataDir))) return [];
  const database = await openDatabase(config, () => undefined);
  try {
    return await withConnection(database.url, 'The database', async (db) => {
      const chains: ChainStatus[] = [];
      for (const chain of await readProgress(db))
        chains.push(await complete(db, chain, rpcUrlOf(chain, config, session)));
      return chains;
    });
  } finally {
    await database.stopIfUnused();
  }
}

function rpcUrlOf({network}: ChainProgress, config: Config, session: Session | undefined): string | null {
  const url = session?.rpc[network] ?? config.rpc[networkKey(network)]?.[0];
  return url === undefined ? null : redact(url);
}

async function complete(db: Client, chain: ChainProgress, rpcUrl: string | null): Promise<ChainStatus> {
  const {headHeight, indexedHeight, chainId} = chain;
  const unrecognized = await db.query<{logs: number}>(
    'SELECT coalesce(sum(count), 0)::int AS logs FROM unrecognized_topic WHERE chain_id = $1',
    [chainId],
  );
  const projections = await db.query<ProjectionStatus>(
    `SELECT name, version, digest, digest_height AS "digestHeight"
     FROM projection_version WHERE chain_id = $1 ORDER BY name`,
    [chainId],
  );
  const invariants = await db.query<InvariantStatus>(
    `SELECT name, subject, ok, is_guard AS "isGuard", residual::text AS residual, broken_height AS "brokenHeight"
     FROM invariant_check WHERE chain_id = $1 ORDER BY ok, name, subject`,
    [chainId],
  );
  return {
    ...chain,
    lagBlocks: headHeight === null || indexedHeight === null ? null : Math.max(0, headHeight - indexedHeight),
    unrecognized: unrecognized.rows[0]?.logs ?? 0,
    projections: projections.rows,
    invariants: invariants.rows,
    rpcUrl,
  };
}

const COLUMNS: readonly [string, (chain: ChainStatus) => string | number | null][] = [
  ['network', (chain) => chain.network],
  ['chain', (chain) => chain.chainId],
  ['head', (chain) => chain.headHeight],
  ['indexed', (chain) => chain.indexedHeight],
  ['final', (chain) => chain.finalizedHeight],
  ['lag', (chain) => chain.lagBlocks],
  ['unrecognized', (chain) => chain.unrecognized],
  ['contracts', (chain) => (Array.isArray(chain.contracts) ? chain.contracts.length : null)],
  ['rpc', (chain) => chain.rpcUrl],
];

function asTable({api, chains}: {api: string | null; chains: readonly ChainStatus[]}): string {
  const running = api === null ? 'No gaib-squid up is running here.\n' : `API ${api}/graphql\n`;
  if (chains.length === 0) return `${running}No chain is indexed yet.\n`;
  const rows = [
    COLUMNS.map(([name]) => name),
    ...chains.map((chain) => COLUMNS.map(([, get]) => String(get(chain) ?? '-'))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const invariants = chains.flatMap(({network, invariants: list}) => {
    const broken = list.filter(({ok}) => !ok);
    return [
      `${network}: ${list.length - broken.length} of ${list.length} laws hold`,
      ...broken.map(
        ({name, subject, residual, brokenHeight}) =>
          `  ${name} of ${subject} is broken by ${residual} since block ${brokenHeight ?? '-'}`,
      ),
    ];
  });
  const projections = chains.map(
    ({network, projections: list}) =>
      `${network}: ${list.map(({name, version, digest}) => `${name} v${version} ${digest.slice(0, 8)}`).join(', ') || 'no projections yet'}`,
  );
  return `${running}${lines.join('\n')}\n${invariants.join('\n')}\n${projections.join('\n')}\n`;
}
