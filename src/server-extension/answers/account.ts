import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, OptionalAmount, OptionalText, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';
import {ServicePaymentsPart} from './usageParts';

@ObjectType({description: 'What an account holds of one token'})
export class AccountBalancePart {
  @Text('AID, SAID or the asset id')
  token!: string;

  @Text('Contract of the token')
  address!: string;

  @Amount('In the smallest unit')
  balance!: bigint;

  @Amount('Since the first block')
  received!: bigint;

  @Amount('Since the first block')
  sent!: bigint;

  @OptionalTime('Newest movement of more than nothing; null where there was none')
  movedAt!: Date | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'A request to leave the vault; amounts in AID wei'})
export class AccountRequestPart {
  @Amount()
  requestId!: bigint;

  @Text('PENDING, PARTIALLY_FILLED or SETTLED')
  status!: string;

  @Amount('Burned by the request')
  shares!: bigint;

  @Amount('Fixed by the request')
  assetsQuoted!: bigint;

  @Amount()
  assetsPaid!: bigint;

  @Amount()
  assetsRemaining!: bigint;

  @Time()
  requestedAt!: Date;

  @OptionalTime('Null while open')
  settledAt!: Date | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What the token of an asset paid to an account'})
export class AccountRevenuePart {
  @Text()
  assetId!: string;

  @Amount('In the smallest unit of the asset token')
  balance!: bigint;

  @Amount('Revenue paid since the first block, AID wei')
  paid!: bigint;

  @Count('Payouts')
  count!: number;
}

@ObjectType({
  description: 'What an account holds, what it is worth and what it brought, on one chain; AID wei unless said',
})
export class AccountAnswer {
  @Text()
  address!: string;

  @OptionalText('AI_SERVICE, DEX, LENDING, EXCHANGE, BRIDGE, TREASURY or PROTOCOL; null for an account nobody labelled')
  labelClass!: string | null;

  @OptionalText('Its name; null as labelClass')
  labelName!: string | null;

  @OptionalText('Role in the network file; null for an account that has none')
  role!: string | null;

  @Part(() => [AccountBalancePart], 'AID and sAID always, asset tokens once they moved')
  balances!: AccountBalancePart[];

  @OptionalAmount('sAID held, wei; null without a vault')
  shares!: bigint | null;

  @OptionalAmount('shares at the staking NAV, floored as convertToAssets; null without a vault or its book')
  stakingValue!: bigint | null;

  @OptionalAmount(
    'shares at the unstaking NAV, floored as convertToAssetsWithLoss; null as stakingValue or without that view',
  )
  unstakingValue!: bigint | null;

  @OptionalAmount('Paid for the shares held, by average cost; null where the price of some was not told')
  costBasis!: bigint | null;

  @OptionalAmount('Got for shares given up less their cost, signed; null as costBasis')
  realizedYield!: bigint | null;

  @OptionalAmount('stakingValue - costBasis, signed')
  unrealizedYield!: bigint | null;

  @OptionalAmount('unstakingValue - costBasis, signed')
  unrealizedYieldAtExit!: bigint | null;

  @OptionalAmount('Staked since the first block; null without a vault')
  staked!: bigint | null;

  @OptionalAmount('Asked back since the first block; null without a vault')
  unstaked!: bigint | null;

  @OptionalAmount('Paid for it; null without a vault')
  unstakePaid!: bigint | null;

  @OptionalAmount('Still owed for it; null without a vault')
  unstakePending!: bigint | null;

  @Part(() => [AccountRequestPart], 'Newest first')
  requests!: AccountRequestPart[];

  @Part(() => [AccountRevenuePart], 'Every asset whose token the account had or that paid it')
  assetTokens!: AccountRevenuePart[];

  @Part(
    () => [ServicePaymentsPart],
    'To AI services, since the first block, in AID; payers is 1 where something was paid',
  )
  payments!: ServicePaymentsPart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
