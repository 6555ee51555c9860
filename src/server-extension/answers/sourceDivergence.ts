import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {OptionalRate, OptionalTime, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'Two independent readings of one thing, and how far they lie apart'})
export class DivergencePart {
  @Text('TBILLS, RESERVES and SUPPLY at the instant of a statement; PRICE of AID now')
  name!: string;

  @Text()
  sourceA!: string;

  @Text()
  sourceB!: string;

  @OptionalRate('USD, or AID for SUPPLY')
  a!: string | null;

  @OptionalRate('In the same unit')
  b!: string | null;

  @OptionalTime('Instant that both are about')
  instant!: Date | null;

  @OptionalRate('abs(a - b) / b')
  divergence!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Every pair of independent readings of one thing'})
export class SourceDivergenceAnswer {
  @Part(() => [DivergencePart])
  pairs!: DivergencePart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
