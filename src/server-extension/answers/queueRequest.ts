import {ObjectType} from 'type-graphql';
import {Amount, Count, OptionalCount, OptionalTime, Part, Text, Time, WholeNumber} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'One payment to an unstake request'})
export class QueueFillPart {
  @WholeNumber('The cycle whose settlement paid; 0 between settlements')
  cycleId!: bigint;

  @Amount('AID wei')
  paid!: bigint;

  @Amount('AID wei still owed after it')
  remaining!: bigint;

  @Time()
  at!: Date;

  @Count('Between the request and the payment')
  waitedSeconds!: number;

  @Text()
  txHash!: string;
}

@ObjectType({description: 'An open unstake request, with its place in the queue as of the block asked about'})
export class RequestPart {
  @WholeNumber()
  requestId!: bigint;

  @Text()
  owner!: string;

  @WholeNumber('The cycle it was made in; 0 outside of every cycle')
  cycleId!: bigint;

  @Count('Place in the queue, from 1')
  position!: number;

  @Amount('AID wei owed to the requests before it; all of them are counted')
  ahead!: bigint;

  @Amount('sAID wei burned')
  shares!: bigint;

  @Amount('AID wei fixed by the request')
  quoted!: bigint;

  @Amount('AID wei')
  paid!: bigint;

  @Amount('AID wei: quoted - paid')
  remaining!: bigint;

  @Text('PENDING or PARTIALLY_FILLED')
  status!: string;

  @Time()
  requestedAt!: Date;

  @Time(
    'When its policy first pays it: the settlement of its cycle; the first day of month + 2 by COHORT; at once outside of cycles',
  )
  eligibleFrom!: Date;

  @OptionalTime('The last moment its policy promises: requestedAt + maxDays; null NOT_APPLICABLE without a promise')
  eligibleTo!: Date | null;

  @OptionalCount(
    'The window, from 1, whose liquidity pays its last wei: 1 when the AID now in the vault reaches; null NO_OBSERVATION when not',
  )
  expectedWindow!: number | null;

  @Part(() => [QueueFillPart])
  fills!: QueueFillPart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
