import {readJson} from '../chain/networks';
import {DifferenceFound} from '../domain/errors';
import {parseDigestFile, readDigests, type ChainDigests, type DigestFile} from '../integrity/digestFile';
import {firstDifference, type Divergence} from '../integrity/firstDifference';
import {withConnection} from '../postgres/database';
import {withHeldDatabase} from './heldDatabase';

export interface DigestOptions {
  readonly compare?: string;
  readonly json: boolean;
}

interface Comparison {
  readonly network: string;
  /** The last block that both installations have indexed */
  readonly comparedUpTo: number;
  /** The earliest first */
  readonly differences: readonly Divergence[];
}

/**
 * Prints the digests of every chain, or where those of another installation part from them.
 * @throws DifferenceFound where they do, UserError for a file that is not of `digest --json`
 */
export async function digestCommand({compare, json}: DigestOptions): Promise<void> {
  const other = compare === undefined ? undefined : parseDigestFile(readJson(compare), compare);
  const chains: ChainDigests[] = [];
  await withHeldDatabase(async (dbUrl, networks) => {
    for (const network of networks)
      chains.push(await withConnection(dbUrl, 'The database', (db) => readDigests(db, network)));
  });
  if (other === undefined) {
    process.stdout.write(json ? `${JSON.stringify({chains})}\n` : chains.map(asTable).join('\n'));
    return;
  }
  const comparisons = chains.flatMap((chain) => compareWith(chain, other) ?? []);
  process.stdout.write(json ? `${JSON.stringify({comparisons}, null, 2)}\n` : comparisons.map(inWords).join(''));
  if (comparisons.length === 0) throw new DifferenceFound(`${String(compare)} tells of none of the chains held here.`);
  if (comparisons.some(({differences}) => differences.length > 0)) {
    throw new DifferenceFound('The two installations differ.');
  }
}

function compareWith(mine: ChainDigests, {chains}: DigestFile): Comparison | undefined {
  const theirs = chains.find(({chainId}) => chainId === mine.chainId);
  if (theirs === undefined) return undefined;
  const comparedUpTo = Math.min(mine.indexedHeight ?? -1, theirs.indexedHeight ?? -1);
  const differences = mine.projections.flatMap((line) => {
    const other = theirs.projections.find(({name}) => name === line.name);
    const found =
      other === undefined
        ? {projection: line.name, height: null, steps: 0}
        : firstDifference(line, other, comparedUpTo);
    return found ?? [];
  });
  differences.sort((a, b) => (a.height ?? -1) - (b.height ?? -1));
  return {network: mine.network, comparedUpTo, differences};
}

function inWords({network, comparedUpTo, differences}: Comparison): string {
  if (differences.length === 0) return `${network}: equal up to block ${comparedUpTo}.\n`;
  const lines = differences.map(({projection, height, steps}) =>
    height === null
      ? `  ${projection}: of other versions, which cannot be compared`
      : `  ${projection}: from block ${height} on (${steps} digests looked at)`,
  );
  return `${network}: different within the ${comparedUpTo + 1} blocks that both hold\n${lines.join('\n')}\n`;
}

function asTable({network, indexedHeight, projections}: ChainDigests): string {
  const width = Math.max(...projections.map(({name}) => name.length));
  const lines = projections.map(({name, version, digest, height}) =>
    [name.padEnd(width), `v${version}`, digest, height === null ? '' : `block ${height}`].join('  ').trimEnd(),
  );
  return `${network}, indexed up to block ${indexedHeight ?? '-'}\n${lines.join('\n')}\n`;
}
