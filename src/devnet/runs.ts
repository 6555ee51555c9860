import {existsSync} from 'node:fs';
import {mkdir, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../domain/errors';
import {recordingPath} from './recording';

const RUN = /^(\d+)-(\d+)$/;
const STATES = /^states-(\d+)-/;

/** Where the recordings of a data directory are. */
function runsFolder(dataDir: string): string {
  return join(dataDir, 'devnet');
}

/** The folder of the run with this seed and length. */
export function runFolder(dataDir: string, seed: number, days: number): string {
  return join(runsFolder(dataDir), `${seed}-${days}`);
}

/** Where a chain of this process puts its states. */
export async function statesPrefix(dataDir: string): Promise<string> {
  await mkdir(runsFolder(dataDir), {recursive: true});
  return join(runsFolder(dataDir), `states-${process.pid}-`);
}

/** @throws UserError when this data directory belongs to a complete run with another seed or length */
export async function refuseOtherRun(dataDir: string, seed: number, days: number): Promise<void> {
  for (const name of await entries(dataDir)) {
    const [, otherSeed, otherDays] = RUN.exec(name) ?? [];
    if (otherSeed === undefined || name === `${seed}-${days}`) continue;
    if (!existsSync(recordingPath(join(runsFolder(dataDir), name)))) continue;
    throw new UserError(
      `The local chain in ${dataDir} was made with --seed ${otherSeed} --days ${otherDays}, not --seed ${seed} --days ${days}: ` +
        'use those, or --fresh to forget it.',
    );
  }
}

/** Forgets every run, and what was written for them. */
export async function forgetRuns(dataDir: string): Promise<void> {
  const runs = (await entries(dataDir)).filter((name) => RUN.test(name));
  for (const name of runs) await rm(join(runsFolder(dataDir), name), {recursive: true, force: true});
}

/** Deletes what chains of processes that no longer exist have left. */
export async function sweepStates(dataDir: string): Promise<void> {
  for (const name of await entries(dataDir)) {
    const pid = STATES.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(runsFolder(dataDir), name), {recursive: true, force: true});
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function entries(dataDir: string): Promise<string[]> {
  return readdir(runsFolder(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
