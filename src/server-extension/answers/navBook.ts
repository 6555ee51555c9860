import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, OptionalAmount, OptionalRate, OptionalText, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A time in which neither NAV changed: [validFrom, validTo)'})
export class NavIntervalPart {
  @Text('Of the change that began it')
  id!: string;

  @OptionalRate('AID per share of a deposit; null where the view reverts')
  stakingNav!: string | null;

  @OptionalRate('AID per share of an exit; null where the view reverts or the vault has none')
  unstakingNav!: string | null;

  @Amount('sAID wei at the change')
  totalShares!: bigint;

  @Count('Block at which the price changed')
  block!: number;

  @Count('Block at which the change became known: later where no log told it')
  knownAtBlock!: number;

  @Time('Time of the block of the change')
  validFrom!: Date;

  @OptionalTime('Time of the next change; null where the price still holds')
  validTo!: Date | null;

  @Text('EVENT, or BLOCK_READ where a reading showed it')
  provenance!: string;

  @OptionalText('Transaction whose event told it; null for a reading')
  txHash!: string | null;

  @Text('Record of the append-only log')
  record!: string;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Intervals of the NAVs in the order of time: they tile it without gap or overlap'})
export class NavIntervalsAnswer {
  @Part(() => [NavIntervalPart])
  intervals!: NavIntervalPart[];

  @OptionalText('Give it as cursor for the next page; null on the last')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({
  description:
    "The identity of the vault's book at a mark: totalAssets = held - owed + outstanding + accrued - waiting + residual; AID wei",
})
export class NavReconciliationPart {
  @Amount('Book value as the vault answers it')
  totalAssets!: bigint;

  @Amount('AID the vault holds')
  held!: bigint;

  @Amount('AID owed to open unstake requests')
  owed!: bigint;

  @Amount('Principal drawn, neither repaid nor written off')
  outstanding!: bigint;

  @OptionalAmount('Income earned and not received; null where the vault does not say')
  accrued!: bigint | null;

  @Amount('What came since the last mark of the whole book: the next one takes it in')
  waiting!: bigint;

  @OptionalAmount('What the identity does not explain, signed; null where accrued is not known')
  residual!: bigint | null;

  @Count('Block whose state was read')
  block!: number;

  @Time('Time of that block')
  at!: Date;

  @Text('Record of the append-only log')
  record!: string;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The identity at every mark, in the order of time'})
export class NavReconciliationsAnswer {
  @Part(() => [NavReconciliationPart])
  reconciliations!: NavReconciliationPart[];

  @OptionalText('Give it as cursor for the next page; null on the last')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
