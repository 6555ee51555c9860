import {ObjectType} from 'type-graphql';
import type {Provenance as ProvenanceName} from '../../domain/backing';
import {AsOf} from './asOf';
import {Count, OptionalAmount, OptionalCount, OptionalText, Part, Text} from './fields';
import {Provenance} from './provenance';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'What one field of a route rests on'})
export class RouteEvidencePart {
  @Text()
  field!: string;

  @Part(() => Provenance)
  provenance!: ProvenanceName;

  @Text('The events, readings or fields it comes from')
  basis!: string;

  @OptionalCount('Newest block that changed what it comes from')
  height!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description: 'One way out of AID or sAID: who may take it, when it pays, what it costs and how much it takes',
})
export class RedemptionRouteAnswer {
  @Text('AID or SAID')
  route!: string;

  @Count()
  chainId!: number;

  @Text('Address of the redeemer or the vault')
  contract!: string;

  @Text()
  name!: string;

  @Text('WHITELISTED or OPEN')
  access!: string;

  @Text('IMMEDIATE or QUEUED')
  settlement!: string;

  @OptionalText('Address of the token paid out')
  outputAsset!: string | null;

  @OptionalText()
  outputName!: string | null;

  @OptionalCount('Fee in force, of 10000; null where no event says it')
  feeBps!: number | null;

  @OptionalAmount(
    'AID that can be handed in now, wei: the smaller of float and allowance; of SAID what the vault holds',
  )
  capacity!: bigint | null;

  @OptionalAmount('What is there to pay out, as AID wei at par')
  payoutFloat!: bigint | null;

  @OptionalAmount('AID wei per UTC day')
  dailyLimit!: bigint | null;

  @OptionalAmount('AID wei handed in since the UTC day began')
  redeemedToday!: bigint | null;

  @OptionalAmount('AID wei that the limit leaves of the UTC day')
  remainingAllowance!: bigint | null;

  @OptionalAmount('AID wei owed to requests that stand ahead')
  pendingAhead!: bigint | null;

  @Part(() => [RouteEvidencePart])
  evidence!: RouteEvidencePart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
