import {reportIdOf} from '../chain/decodeReport';
import {readJson} from '../chain/networks';
import {canonicalJson} from '../domain/canonicalJson';
import {UserError} from '../domain/errors';
import type {Report} from '../domain/report';
import {refusal} from '../refusal';
import {reportSchema} from './reportSchema';

/** A report that is in order by itself. */
export interface ReadReport {
  /** The file, and the place in it where it holds several: for messages */
  readonly source: string;
  readonly reportId: string;
  readonly report: Report;
  /** The report as canonical JSON, whose sha256 the id is */
  readonly document: string;
}

/**
 * Reads a report file: one JSON document, or an array of them.
 * @throws UserError naming the file, the field, what was found and what is accepted
 */
export const readReports = (file: string): ReadReport[] => parseReports(readJson(file), file);

/**
 * Validates the content of a report file.
 * @param file named in errors
 * @throws UserError for the first field that is wrong
 */
export function parseReports(content: unknown, file: string): ReadReport[] {
  if (!Array.isArray(content)) return [parseReport(content, file)];
  if (content.length === 0) throw new UserError(`${file}: the file is [], expected one report or several in an array.`);
  return content.map((one: unknown, index) => parseReport(one, `${file}, report ${index + 1}`));
}

function parseReport(content: unknown, source: string): ReadReport {
  const parsed = reportSchema.safeParse(content);
  if (!parsed.success) throw refusal(source, content, parsed.error, 'the document');
  const document = canonicalJson(parsed.data);
  return {source, reportId: reportIdOf(document), report: parsed.data, document};
}
