/** The digests of one projection: of each block that changed its rows, in the order of the blocks. */
export interface DigestLine {
  readonly name: string;
  readonly version: number;
  readonly decoders: number;
  readonly blocks: readonly (readonly [height: number, digest: string])[];
}

export interface Divergence {
  readonly projection: string;
  /** The first block after which the rows differ; null where the versions do, so that nothing can be compared */
  readonly height: number | null;
  /** Digests looked at on each side */
  readonly steps: number;
}

/**
 * Where two installations part in a projection. A digest is chained over all before it, so that once two differ they
 * differ for ever, and halving finds the first in log2 steps.
 * @param upTo the last block that both have indexed
 * @returns null where they are equal up to there
 */
export function firstDifference(mine: DigestLine, theirs: DigestLine, upTo: number): Divergence | null {
  const {name: projection} = mine;
  if (mine.version !== theirs.version || mine.decoders !== theirs.decoders) return {projection, height: null, steps: 0};
  const heights = [...new Set([...mine.blocks, ...theirs.blocks].map(([height]) => height))]
    .filter((height) => height <= upTo)
    .sort((a, b) => a - b);
  let [low, high, steps] = [0, heights.length, 0];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const height = heights[middle] ?? 0;
    steps += 1;
    if (digestAt(mine, height) === digestAt(theirs, height)) low = middle + 1;
    else high = middle;
  }
  const height = heights[low];
  return height === undefined ? null : {projection, height, steps};
}

/** The digest in force after a block; undefined before the first. */
function digestAt({blocks}: DigestLine, height: number): string | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((blocks[middle]?.[0] ?? Infinity) <= height) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1]?.[1];
}
