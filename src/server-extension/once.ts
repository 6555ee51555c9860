/** Computes, or loads, when the first asks, and answers the same from then on. */
export function once<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}
