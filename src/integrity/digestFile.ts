import type {Client} from 'pg';
import {z} from 'zod';
import type {Network} from '../chain/networks';
import {readHeights} from '../gateway/progress';
import {refusal} from '../refusal';

const projection = z.object({
  name: z.string(),
  version: z.number().int(),
  decoders: z.number().int(),
  digest: z.string(),
  height: z.number().int().nullable(),
  blocks: z.array(z.tuple([z.number().int(), z.string()])),
});

const digestFile = z.object({
  chains: z.array(
    z.object({
      network: z.string(),
      chainId: z.number().int(),
      indexedHeight: z.number().int().nullable(),
      projections: z.array(projection),
    }),
  ),
});

/** What `digest --json` prints: of each chain and projection the digest of every block that changed its rows. */
export type DigestFile = z.output<typeof digestFile>;
export type ChainDigests = DigestFile['chains'][number];

/**
 * @param source named in errors
 * @throws UserError for the first field that is wrong
 */
export function parseDigestFile(content: unknown, source: string): DigestFile {
  const parsed = digestFile.safeParse(content);
  if (parsed.success) return parsed.data;
  throw refusal(source, content, parsed.error);
}

/** The digests of a chain as the database holds them, in one snapshot. */
export async function readDigests(db: Client, {chainId, name: network}: Network): Promise<ChainDigests> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const {indexedHeight} = await readHeights(db, chainId);
    const heads = await db.query<Omit<ChainDigests['projections'][number], 'blocks'>>(
      `SELECT name, version, decoders, digest, digest_height AS height FROM projection_version
       WHERE chain_id = $1 ORDER BY name`,
      [chainId],
    );
    const {rows} = await db.query<BlockRow>(
      'SELECT projection, height, digest FROM block_digest WHERE chain_id = $1 ORDER BY projection, height',
      [chainId],
    );
    const blocks = groupBlocks(rows);
    const projections = heads.rows.map((head) => ({
      ...head,
      blocks: blocks.get(head.name) ?? [],
    }));
    return {network, chainId, indexedHeight, projections};
  } finally {
    await db.query('ROLLBACK');
  }
}

interface BlockRow {
  readonly projection: string;
  readonly height: number;
  readonly digest: string;
}

function groupBlocks(rows: readonly BlockRow[]): Map<string, [number, string][]> {
  const groups = new Map<string, [number, string][]>();
  for (const {projection: name, height, digest} of rows) {
    const blocks = groups.get(name) ?? [];
    blocks.push([height, digest]);
    groups.set(name, blocks);
  }
  return groups;
}
