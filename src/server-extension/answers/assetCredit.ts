import {ObjectType} from 'type-graphql';
import {
  Amount,
  Count,
  OptionalAmount,
  OptionalCount,
  OptionalFlag,
  OptionalPart,
  OptionalRate,
  OptionalText,
  OptionalTime,
  Part,
  Rate,
  Text,
  Time,
} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'The report that a figure rests on: attested, not observed on chain'})
export class AssetReportPart {
  @Text('0x and the sha256 of the report')
  reportId!: string;

  @Text('0x and the sha256 of the document behind uri')
  documentHash!: string;

  @Text('Where the document is')
  uri!: string;

  @Text('Who states it')
  issuer!: string;

  @Text('SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE')
  assurance!: string;

  @Time('Instant the statement holds for')
  statedAt!: Date;

  @Time('Known from here on')
  publishedAt!: Date;

  @Count('Seconds from statedAt to the block asked about')
  ageSeconds!: number;
}

@ObjectType({description: 'A covenant as the borrower’s newest accounts show it; ATTESTED'})
export class CovenantPart {
  @Text('DSCR, DEBT_TO_EQUITY or CURRENT_RATIO')
  name!: string;

  @Text('ABOVE or BELOW: the side of the limit on which the ratio must stay')
  side!: string;

  @Rate('Ratio')
  limit!: string;

  @OptionalRate('Ratio; null where the accounts do not say, or nothing is due')
  value!: string | null;

  @OptionalRate('Distance to the limit, in the unit of the ratio; 0 or negative in a breach')
  headroom!: string | null;

  @OptionalFlag('Null where the value is')
  isBreached!: boolean | null;

  @OptionalPart(() => AssetReportPart, 'The accounts; null before any')
  report!: AssetReportPart | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

/** What is owed, what was paid of it, and what stands behind it. */
@ObjectType({isAbstract: true})
export abstract class AssetCreditFields {
  @OptionalCount('Whole days since the oldest contractual due date that is open; null for equity and without evidence')
  daysPastDue!: number | null;

  @OptionalTime('The oldest due date that is open; null where none is')
  oldestUnpaidDueAt!: Date | null;

  @OptionalAmount('Fallen due and not paid, AID wei')
  arrears!: bigint | null;

  @OptionalTime('The next due date that is open, by the schedule in force')
  nextDueAt!: Date | null;

  @OptionalAmount('Interest and principal open on it, AID wei')
  nextDueAmount!: bigint | null;

  @OptionalRate('Paid of what has fallen due, by the contractual schedule, a fraction')
  collectionRate!: string | null;

  @OptionalCount('Place of the schedule in force among those published: 1 is the first; null without one')
  scheduleVersion!: number | null;

  @OptionalPart(() => AssetReportPart, 'The schedule in force; null without one')
  scheduleReport!: AssetReportPart | null;

  @OptionalRate('Prepaid in the last twelfth of a year of what was not yet due, a fraction a month')
  smm!: string | null;

  @OptionalRate('1 - (1 - SMM)^12, a fraction a year')
  cpr!: string | null;

  @OptionalRate('Cash available / interest and principal due in the period of the newest accounts; ATTESTED')
  dscr!: string | null;

  @Part(() => [CovenantPart], 'DSCR above 1.35, debt to equity below 0.65, current ratio above 1.2')
  covenants!: CovenantPart[];

  @OptionalRate('Collateral (USD) / outstanding (AID at par) - 1, a fraction')
  overcollateralization!: string | null;

  @OptionalRate('Outstanding (AID at par) / collateral (USD), a fraction')
  advanceRate!: string | null;

  @OptionalRate('Set aside from its revenue and not drawn / outstanding, a fraction')
  cashReserve!: string | null;

  @OptionalRate('Cash reserve that its terms demand / outstanding, a fraction; ATTESTED')
  cashReserveRequired!: string | null;

  @OptionalTime('When the registry said DEFAULTED; null where it never did')
  defaultedAt!: Date | null;

  @OptionalAmount('Outstanding then, AID wei')
  exposureAtDefault!: bigint | null;

  @OptionalRate('Principal, income and net revenue since the default / exposure, a fraction')
  recoveryRate!: string | null;

  @OptionalRate('1 - recovery rate, once nothing is outstanding; undiscounted, without the reserve fund’s cover')
  lossGivenDefault!: string | null;

  @OptionalText('Name attested, else the account that the capital went to')
  obligor!: string | null;

  @OptionalText('Attested; null without a report')
  region!: string | null;

  @Amount('To vault and holders, with income and cover, less losses written off, AID wei: it falls by a loss only')
  netRevenue!: bigint;
}
