import type {TypeDefinition} from './definition';
import {each, nullable, plain, typesOf} from './definition';

const NOT_A_LOG = {NOT_APPLICABLE: 'the record is no log'};
const NOT_A_READING = {NOT_APPLICABLE: 'the record is no reading'};
const MISSING = {
  NO_OBSERVATION: 'the metric is missing for that reason',
  INSUFFICIENT_HISTORY: 'likewise',
  STALE: 'likewise',
  PARTIAL: 'likewise',
  REVERTED: 'likewise',
  NOT_APPLICABLE: 'likewise',
  MARK_OVERDUE: 'likewise',
  NOT_COMPUTED: 'likewise',
};

export const lineageTypes: TypeDefinition[] = typesOf('lineage', [], {
  LineageAnswer: {
    ...each(plain('-'), 'metric', 'key', 'formula'),
    parameters: plain('-', 'JSON; instants in unix seconds, amounts in bps or decimals as their names say'),
    terms: plain('-', 'what every cause has an effect on, before anything is rounded; empty where the value is exact'),
    value: nullable('of the metric', MISSING),
    reason: nullable('-', {NOT_APPLICABLE: 'there is a value'}),
    causes: plain('-', 'in the order of their first records; without any of them the value or a term is another'),
    totalCauses: plain('count'),
    methodologyVersion: plain('-', 'of the metric asked about, not of the lineage'),
  },
  LineageTermPart: each(plain('smallest unit, or hex'), 'name', 'value'),
  LineageCausePart: {
    ...each(plain('-'), 'term', 'kind', 'projection', 'id', 'key'),
    records: plain('-', 'those of its records that have an effect on the number'),
  },
  LineageRecordPart: {
    ...each(plain('-'), 'id', 'kind'),
    blockHash: plain('-', 'of the block at height'),
    address: plain('address'),
    txHash: nullable('-', NOT_A_LOG),
    logIndex: nullable('-', NOT_A_LOG),
    input: nullable('-', NOT_A_READING),
    readHeight: nullable('block', NOT_A_READING),
    readHash: nullable('-', NOT_A_READING),
  },
});
