import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, OptionalRate, OptionalText, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A part of the move of the staking NAV'})
export class AttributionPart {
  @Text('ASSET, TBILL, RESERVE_FUND, GIFT, ACCRUAL, LEAVERS or ARITHMETIC')
  source!: string;

  @Text(
    'REVENUE before fees, FEE, INCOME, LOSS, RESERVE_COVER, ACCRUAL of income not yet received, DONATION nobody announced, EXIT of holders below the staking NAV, ROUNDING',
  )
  kind!: string;

  @OptionalText('bytes32 in hex; null where no asset is behind it')
  assetId!: string | null;

  @Amount('AID wei, signed: + for the holders')
  amount!: bigint;

  @OptionalRate('What it did to one share, in AID: each amount over the shares of its own moment')
  perShare!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description: 'Where the staking NAV’s move between two blocks came from; AID per share, amounts in AID wei',
})
export class YieldAttributionAnswer {
  @OptionalRate('Staking NAV at the first block; null where it was not known')
  navStart!: string | null;

  @OptionalRate('Staking NAV at the last block; null where it was not known')
  navEnd!: string | null;

  @OptionalTime('Time of the first block: the last one before `from`, or that of the first price')
  startAt!: Date | null;

  @Time('Time of the last block')
  endAt!: Date;

  @Part(() => [AttributionPart], 'Their amounts and the residual are the whole; so are their effects per share')
  parts!: AttributionPart[];

  @Amount('What the book gained beyond what came and went with holders, and what leavers left behind')
  whole!: bigint;

  @Amount('What marks moved the book by beyond its identity; 0 where the books add up')
  residual!: bigint;

  @OptionalRate('navEnd - navStart less the parts per share; null where a NAV was not known')
  residualPerShare!: string | null;

  @Count('Marks whose accrual no reading confirms: there ACCRUAL is what the identity leaves')
  unconfirmedMarks!: number;

  @Amount('AID that came and waits for the next mark: in no price yet')
  waiting!: bigint;

  @Amount('Sum of signed price changes x shares at each: fees and revenue as the price tells them')
  priceYield!: bigint;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
