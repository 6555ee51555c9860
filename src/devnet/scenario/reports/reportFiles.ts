import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Report} from '../../../domain/report';
import {writeAtomically} from '../../atomicFile';
import {DEALS} from '../deals';

const NAMES = new Map<string, string>(DEALS.map(({assetId, code}) => [assetId, code]));

/** Where the reports of the local chain are, for `gaib-squid up` to hand in. */
export function reportsFolder(dataDir: string): string {
  return join(dataDir, 'reports', 'local');
}

/** Writes each report to a file of its own, named by its publication, kind and subject. */
export async function writeReports(dataDir: string, reports: readonly Report[]): Promise<void> {
  for (const report of reports) {
    const published = report.publishedAt.slice(0, 13).replace(/[-T]/g, '');
    const kind = report.kind.toLowerCase().replace('_', '-');
    const name = `${published}-${kind}-${NAMES.get(report.subject) ?? report.subject}.json`;
    await writeAtomically(join(reportsFolder(dataDir), name), `${JSON.stringify(report, null, 2)}\n`);
  }
}

/** Deletes the reports of an earlier chain. */
export async function forgetReports(dataDir: string): Promise<void> {
  await rm(reportsFolder(dataDir), {recursive: true, force: true});
}
