import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

export const SCRIPT = path.resolve(__dirname, '../../../docs/recompute.mjs');

/** A raw record, as OpenReader serves it. */
export interface RawRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A lineage without its pages: all causes. */
export interface WholeLineage {
  readonly metric: string;
  readonly key: string;
  readonly formula: string;
  readonly parameters: string;
  readonly terms: readonly {readonly name: string; readonly value: string}[];
  readonly value: string | null;
  readonly reason: string | null;
  readonly methodologyVersion: string;
  readonly totalCauses: number;
  readonly causes: readonly {
    readonly term: string;
    readonly kind: string;
    readonly projection: string;
    readonly id: string;
    readonly records: readonly {readonly id: string; readonly kind: string}[];
  }[];
}

/** What the script makes of a lineage and some records. */
export interface Verdict {
  /** What it recomputed; null where it could not */
  readonly value: string | null;
  readonly differences: readonly string[];
}

export interface Case {
  readonly lineage: WholeLineage;
  readonly records: readonly RawRecord[];
}

/**
 * Runs the script once for many cases, each a lineage and the records that it is given: in a process of its own, which
 * has nothing but them. A case that it throws at is one that differs.
 */
export function verdicts(cases: readonly Case[]): Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineage-'));
  try {
    writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(cases));
    writeFileSync(path.join(folder, 'run.mjs'), RUN);
    const {status, stdout, stderr} = spawnSync(process.execPath, ['run.mjs', SCRIPT], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {},
    });
    if (status !== 0) throw new Error(`The script ended (${status}):\n${stderr.slice(0, 2000)}`);
    return JSON.parse(stdout) as Verdict[];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const RUN = `
import {readFileSync} from 'node:fs';
const {recompute, differences} = await import(process.argv[2]);
const verdict = ({lineage, records}) => {
  try {
    const found = recompute(lineage, records);
    return {value: found.value, differences: differences(lineage, found)};
  } catch (error) {
    return {value: null, differences: [String(error.stack)]};
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync('cases.json', 'utf8')).map(verdict)));
`;
