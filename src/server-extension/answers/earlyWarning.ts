import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, OptionalRate, Part, Rate, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'One sign of trouble on a scale from calm to alarm'})
export class EarlyWarningSignalPart {
  @Text('RESERVE_RATIO, VALUATION_AGE, PEG, QUEUE_PRESSURE, NAV_GAP, BUFFER or INSTANT_CAPACITY')
  name!: string;

  @Text('What is read')
  formula!: string;

  @Count('Of all weights together')
  weight!: number;

  @OptionalRate('In the unit of the formula')
  reading!: string | null;

  @Rate('Reading at which the score is 0')
  calm!: string;

  @Rate('Reading at which it is 100')
  alarm!: string;

  @OptionalRate('0 to 100, linear between calm and alarm')
  score!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Signs of trouble taken together: every part of the score is shown'})
export class EarlyWarningAnswer {
  @OptionalRate('0 to 100: mean of the signals known, by weight; null while under 30 % of the weight is known')
  score!: string | null;

  @Count()
  availableWeight!: number;

  @Count()
  missingWeight!: number;

  @Part(() => [EarlyWarningSignalPart])
  signals!: EarlyWarningSignalPart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
