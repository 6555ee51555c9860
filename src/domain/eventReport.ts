import type {Assurance, Statement} from './report';

/** What somebody states off chain. */
export interface ReportFields {
  /**
   * A report that its chain learned of at meta.at, published at `publishedAt`, true at `asOf`. Its body says instants
   * as ISO 8601 and amounts as text; meta.address is the report's id
   */
  ReportAttested: Statement & {
    reportId: string;
    subject: string;
    asOf: number;
    publishedAt: number;
    assurance: Assurance;
    issuer: string;
    uri: string;
    documentHash: string;
    /** Id of the report this one takes the place of, and why */
    corrects: string | null;
    reason: string | null;
  };
}
