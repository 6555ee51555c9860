import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, OptionalRate, OptionalText, Part, Rate, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'One step of a NAV, beside the band in which it is believed'})
export class NavBandPart {
  @Text('STAKING or UNSTAKING')
  nav!: string;

  @Time('Time of the mark before')
  from!: Date;

  @Time('Time of the mark')
  to!: Date;

  @Count('Block at which the NAV changed')
  height!: number;

  @Rate('AID per share before the step')
  before!: string;

  @Rate('AID per share after it: kept as it is, whatever the flag says')
  after!: string;

  @Rate('after / before - 1; a loss is negative')
  step!: string;

  @OptionalRate('before x (1 - discount)')
  lower!: string | null;

  @OptionalRate('before x (1 + maxApy dt / year) x (1 + tolerance)')
  upper!: string | null;

  @OptionalText('IN_BAND or SUSPECT; null where the network sets no band')
  flag!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The newest steps of both NAVs, newest first, each judged by the band in force at it'})
export class NavBandAnswer {
  @Part(() => [NavBandPart])
  steps!: NavBandPart[];

  @Count('Steps among them that lie outside their band')
  suspectCount!: number;

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
