import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {OptionalAmount, OptionalRate, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: "Whether the cash of sAID's fund meets a stress, and its share its target"})
export class BufferAnswer {
  @OptionalAmount('AID the vault holds less what it owes to open requests, wei; negative where it owes more')
  buffer!: bigint | null;

  @OptionalAmount('Principal out in deals, AID wei')
  deployed!: bigint | null;

  @OptionalAmount('Book value of all shares, AID wei')
  book!: bigint | null;

  @OptionalAmount('deployed x stress loss in force, AID wei, floored')
  stressLoss!: bigint | null;

  @OptionalAmount('book x stress outflow in force, AID wei, floored')
  stressOutflow!: bigint | null;

  @OptionalRate('buffer / (stressLoss + stressOutflow)')
  adequacy!: string | null;

  @OptionalRate('buffer / (buffer + deployed)')
  share!: string | null;

  @OptionalRate('Share aimed at')
  targetShare!: string | null;

  @OptionalRate('share - targetShare')
  shareGap!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
