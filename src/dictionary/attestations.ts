import {each, nullable, plain, typesOf} from './definition';

export const attestationTypes = typesOf('attestations', ['ReportAttested'], {
  AttestationsAnswer: {reports: plain('-', 'one page, by publishedAt')},
  AttestationPart: {
    asOf: plain('UTC'),
    reportHash: plain('-'),
    kind: plain('-', 'ASSET_SCHEDULE, ASSET_FINANCIALS, ASSET_PARTIES or RESERVE_STATEMENT'),
    subject: plain('-'),
    publicationLagSeconds: plain('seconds'),
    learnedHeight: plain('block'),
    learnedAt: plain('UTC', 'time of that block'),
    corrects: nullable('-', {NOT_APPLICABLE: 'it corrects none'}),
    ...each(nullable('-', {NOT_APPLICABLE: 'nothing known at asOf corrects it'}), 'correctedBy', 'invalidatedReason'),
    body: plain('-', 'as docs/attestations.md describes the kind'),
  },
});
