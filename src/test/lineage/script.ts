import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

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

/** A lineage with the records it names, and which of them are to be left out, one at a time. */
export interface Case {
  readonly lineage: WholeLineage;
  readonly records: readonly RawRecord[];
  readonly without: readonly string[];
}

/** What the script makes of a case. */
export interface Verdict {
  /** What it recomputed; null where it could not */
  readonly value: string | null;
  /** How that differs from what the lineage claims; empty where it does not */
  readonly differences: readonly string[];
  /** Records of which one may be left out without a difference */
  readonly idle: readonly string[];
}

/**
 * Runs the script once for many cases, in a process of its own that has nothing but them: no environment, no project. A
 * case that it throws at is one that differs.
 */
export function verdicts(cases: readonly Case[]): Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineage-'));
  try {
    for (const {lineage, ...rest} of cases) {
      const line = JSON.stringify({lineage: {...lineage, causes: []}, ...rest});
      writeFileSync(path.join(folder, 'cases.ndjson'), `${line}\n`, {flag: 'a'});
    }
    writeFileSync(path.join(folder, 'run.mjs'), RUN);
    const args = ['run.mjs', pathToFileURL(SCRIPT).href];
    const options = {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: {}} as const;
    const {status, stdout, stderr} = spawnSync(process.execPath, args, options);
    if (status !== 0) throw new Error(`The script ended (${status}):\n${stderr.slice(0, 2000)}`);
    return JSON.parse(stdout) as Verdict[];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** What a run of the command said, and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The script as a user runs it, with arguments or with files that hold a lineage and records. */
export function runScript(args: readonly string[], files?: Readonly<Record<string, unknown>>): Run {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineage-'));
  try {
    const written = Object.entries(files ?? {}).map(([name, content]) => {
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content));
      return `${name}.json`;
    });
    const {status, stdout, stderr} = spawnSync(process.execPath, [SCRIPT, ...args, ...written], {
      cwd: folder,
      encoding: 'utf8',
    });
    return {status, stdout, stderr};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const RUN = `
import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
const {recompute, differences} = await import(process.argv[2]);
const verdict = (lineage, records) => {
  try {
    const found = recompute(lineage, records);
    return {value: found.value, differences: differences(lineage, found)};
  } catch (error) {
    return {value: null, differences: [String(error.stack)]};
  }
};
const found = [];
for await (const line of createInterface({input: createReadStream('cases.ndjson')})) {
  const {lineage, records, without} = JSON.parse(line);
  const isIdle = (id) => verdict(lineage, records.filter((one) => one.id !== id)).differences.length === 0;
  found.push({...verdict(lineage, records), idle: without.filter(isIdle)});
}
console.log(JSON.stringify(found));
`;
