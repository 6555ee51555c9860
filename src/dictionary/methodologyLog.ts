/** A version of a metric's definitions: the hash of what it is written in, and what changed with it. */
export interface LoggedVersion {
  readonly version: string;
  readonly sha256: string;
  readonly change: string;
}

/** docs/methodology.json: the versions of each metric, oldest first. */
export type MethodologyLog = Readonly<Record<string, readonly LoggedVersion[]>>;

/**
 * Metrics whose formulas are no longer those of their last logged version, one sentence each; none where all is in order.
 * @param versions the version of each metric as answers carry it
 * @param hashes the hash of each metric's formulas as they are now
 */
export function objections(
  log: MethodologyLog,
  versions: Readonly<Record<string, string>>,
  hashes: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(versions).flatMap(([metric, version]) => {
    const last = log[metric]?.at(-1);
    if (last?.version === version && last.sha256 === hashes[metric]) return [];
    if (last?.version === version) return [`the formulas of ${metric} changed: raise its version, which is ${version}`];
    return [`version ${version} of ${metric} is not logged: run npm run methodology -- "what changed"`];
  });
}

/**
 * The log with the versions that are new in it.
 * @throws RangeError where formulas changed under a version that is logged already
 */
export function logged(
  log: MethodologyLog,
  versions: Readonly<Record<string, string>>,
  hashes: Readonly<Record<string, string>>,
  change: string,
): MethodologyLog {
  const entries = Object.entries(versions).map(([metric, version]) => {
    const known = log[metric] ?? [];
    const sha256 = hashes[metric] ?? '';
    const same = known.find((one) => one.version === version);
    if (same === undefined) return [metric, [...known, {version, sha256, change}]] as const;
    if (same.sha256 === sha256) return [metric, known] as const;
    throw new RangeError(
      `The formulas of ${metric} changed under version ${version}, which is logged: raise it first.`,
    );
  });
  return Object.fromEntries(entries);
}
