import {UserError} from '../domain/errors';
import type {ReadReport} from './reportFile';

/** A report that may be corrected, as far as its corrections must fit it. */
export interface Corrected {
  readonly reportId: string;
  readonly chainId: number;
  readonly kind: string;
  readonly subject: string;
  readonly publishedAt: string;
  /** Id of the report that corrects it already */
  readonly correctedBy: string | null;
}

/**
 * A correction takes the place of one report that is held, of the same kind, subject and chain and published before it;
 * a report is corrected once at most, so that there is always one newest version.
 * @param held the reports held, and those handed in before this one, by id; noted in it is what this one corrects
 * @throws UserError naming the file, the field, what was found and what is accepted
 */
export function checkCorrection({source, reportId, report}: ReadReport, held: Map<string, Corrected>): void {
  if (report.corrects === undefined) return;
  const corrected = held.get(report.corrects);
  const refuse = (field: string, found: string | number, expected: string): UserError =>
    new UserError(`${source}: field ${field} is ${JSON.stringify(found)}, expected ${expected}.`);
  if (corrected === undefined) {
    throw refuse('corrects', report.corrects, 'the id of a report that is held here or handed in with this one');
  }
  for (const field of ['kind', 'subject', 'chainId'] as const) {
    if (corrected[field] === report[field]) continue;
    throw refuse(field, report[field], `${JSON.stringify(corrected[field])}, as in the report it corrects`);
  }
  if (report.publishedAt <= corrected.publishedAt) {
    throw refuse('publishedAt', report.publishedAt, `an instant after ${corrected.publishedAt}, when it was stated`);
  }
  if (corrected.correctedBy !== null) {
    throw refuse('corrects', report.corrects, `a report not corrected yet: correct ${corrected.correctedBy} instead`);
  }
  held.set(report.corrects, {...corrected, correctedBy: reportId});
}
