import {CASH_FLOW_EVENTS} from '../domain/assetCashFlow';
import {each, nullable, plain, typesOf} from './definition';

const NO_SCHEDULE = {NO_OBSERVATION: 'no schedule is published'};
const NOT_YET = {NOT_APPLICABLE: 'before it is due'};

export const assetCashFlowTypes = typesOf('assetCashFlow', [...CASH_FLOW_EVENTS, 'ReportAttested'], {
  AssetCashFlowAnswer: {
    scheduleVersion: nullable('-', NO_SCHEDULE),
    contractual: nullable('-', NO_SCHEDULE),
    ...each(plain('-'), 'versions', 'payments'),
    due: nullable('AID wei', NO_SCHEDULE),
    received: plain('AID wei', 'gross revenue and income as interest, capital returned as principal'),
    surprise: nullable('AID wei', NO_SCHEDULE),
  },
  ScheduleVersionPart: {
    version: plain('-'),
    ...each(plain('-'), 'contractual', 'inForce', 'report'),
    paymentCount: plain('count'),
  },
  DuePart: {
    dueAt: plain('UTC'),
    ...each(plain('AID wei'), 'interest', 'principal', 'paidInterest', 'paidPrincipal'),
    paidAt: nullable('UTC', {NOT_APPLICABLE: 'open and not yet due', NO_OBSERVATION: 'due and open'}),
    received: plain('AID wei', 'of two as near to the earlier; over all due dates all that was received'),
    surprise: nullable('AID wei', NOT_YET),
    daysPastDue: nullable('days', NOT_YET, 'floor of days of 86,400 s'),
  },
});
