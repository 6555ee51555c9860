import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {AssetReportPart} from './assetCredit';
import {
  Amount,
  Count,
  Flag,
  OptionalAmount,
  OptionalCount,
  OptionalFlag,
  OptionalTime,
  Part,
  Text,
  Time,
} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({
  description: 'A version of what a deal owes, or is expected to pay, as published by the block asked about',
})
export class ScheduleVersionPart {
  @Count('Place among those published: 1 is the first')
  version!: number;

  @Flag('Owed by contract; else only expected')
  contractual!: boolean;

  @Flag('The newest published; a correction in place of what it corrects')
  inForce!: boolean;

  @Count('Payments it lists')
  paymentCount!: number;

  @Part(() => AssetReportPart, 'What was attested')
  report!: AssetReportPart;
}

@ObjectType({description: 'A due date of the schedule: expected against actual, AID wei'})
export class DuePart {
  @Time('When the payment falls due')
  dueAt!: Date;

  @Amount('Expected')
  interest!: bigint;

  @Amount('Expected')
  principal!: bigint;

  @Amount('Of the interest, by receipts of interest that pay the oldest due first')
  paidInterest!: bigint;

  @Amount('Of the principal, by receipts of principal that pay the oldest due first')
  paidPrincipal!: bigint;

  @OptionalTime('When the last of it was paid; null while some is open')
  paidAt!: Date | null;

  @Amount('Receipts that came nearer to this due date than to any other')
  received!: bigint;

  @OptionalAmount('Received less expected, negative where less came; null before it is due')
  surprise!: bigint | null;

  @OptionalCount('Whole days it is open since, 0 when paid; null before it is due')
  daysPastDue!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Expected against actual cash flow of an asset by one version of its schedule, AID wei'})
export class AssetCashFlowAnswer {
  @Text('bytes32')
  assetId!: string;

  @OptionalCount('Version shown: the one asked for, else the one in force; null without a schedule')
  scheduleVersion!: number | null;

  @OptionalFlag('Whether that version is owed by contract')
  contractual!: boolean | null;

  @Part(() => [ScheduleVersionPart], 'Every version published, old and corrected ones among them')
  versions!: ScheduleVersionPart[];

  @Part(() => [DuePart], 'By due date')
  payments!: DuePart[];

  @OptionalAmount('Interest and principal fallen due; null without a schedule')
  due!: bigint | null;

  @Amount('Interest and principal received, whatever it was for')
  received!: bigint;

  @OptionalAmount('Sum of the surprises of the due dates that have passed; null without a schedule')
  surprise!: bigint | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
