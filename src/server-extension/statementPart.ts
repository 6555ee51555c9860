import {derive, missing, orMissing} from '../domain/methodology';
import {formatRate, formatWad} from '../domain/rates';
import type {JudgedStatement} from '../domain/reserveStatement';
import type {ReserveStatementPart, StatedSlicePart} from './answers/reserveStatement';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

export function statementPart(statement: JudgedStatement): ReserveStatementPart {
  const {reportId, asOf, publishedAt, assurance, issuer, body, totalUsd, check, parts} = statement;
  const fields = {
    accountant: orMissing(body.accountant, 'NOT_APPLICABLE'),
    liabilitiesAid: orMissing(statement.liabilitiesAid, 'NO_OBSERVATION'),
    sumErrorPoints: derive(check.sumErrorPoints, formatRate),
    unknownShare: derive(parts.unknownShare, formatRate),
  };
  return {
    ...{reportId, assurance, issuer, asOf: instant(asOf), publishedAt: instant(publishedAt)},
    ...{totalUsd: formatWad(totalUsd), state: check.state},
    ...valuesOf(fields),
    slices: statement.slices.map((_slice, index) => slicePart(statement, index)),
    reasons: reasonsOf(fields),
  };
}

function slicePart({slices, parts}: JudgedStatement, index: number): StatedSlicePart {
  const slice = slices[index];
  if (slice === undefined) throw new RangeError('A share without its slice.');
  const fields = {
    share: derive(parts.shares[index] ?? missing('PARTIAL'), formatRate),
    custodian: orMissing(slice.custodian, 'NO_OBSERVATION'),
  };
  const {name, kind, evidence, settlementDays} = slice;
  return {
    ...{name, kind, evidence, settlementDays, valueUsd: formatWad(slice.valueUsd)},
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
  };
}
