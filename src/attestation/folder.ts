import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../domain/errors';
import {readReports} from './reportFile';
import {submitReports, type Submission} from './submit';

/**
 * Hands in every report file of a folder, all or none; what is held already is left alone, and a folder that does not
 * exist holds nothing.
 * @param chainId the chain whose reports they are
 * @throws UserError for a bad file, or a report of another chain
 */
export async function submitFolder(dbUrl: string, folder: string, chainId: number): Promise<Submission[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const reports = files.sort().flatMap((name) => readReports(path.join(folder, name)));
  const stranger = reports.find(({report}) => report.chainId !== chainId);
  if (stranger !== undefined) {
    const {source, report} = stranger;
    throw new UserError(`${source}: field chainId is ${report.chainId}, expected ${chainId}, whose folder it is in.`);
  }
  return reports.length === 0 ? [] : submitReports(dbUrl, reports);
}
