import {ObjectType} from 'type-graphql';
import type {Reason} from '../../domain/methodology';
import {Text} from './fields';

@ObjectType({description: 'Why a field of the same object is null'})
export class FieldReasonPart {
  @Text()
  field!: string;

  @Text('NO_OBSERVATION, INSUFFICIENT_HISTORY, STALE, PARTIAL, REVERTED, NOT_APPLICABLE, MARK_OVERDUE or NOT_COMPUTED')
  reason!: Reason;
}
