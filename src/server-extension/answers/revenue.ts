import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Part, Text, Time} from './fields';

@ObjectType({description: 'Revenue of one asset distributed in a period: gross and its legs, in AID wei'})
export class RevenueAnswer {
  @Text('bytes32')
  assetId!: string;

  @Time()
  periodStart!: Date;

  @Time()
  periodEnd!: Date;

  @Amount()
  gross!: bigint;

  @Amount()
  passThrough!: bigint;

  @Amount()
  protocolFee!: bigint;

  @Amount()
  performanceFee!: bigint;

  @Amount()
  reserveContribution!: bigint;

  @Amount()
  netToVault!: bigint;

  @Amount('Rounding, paid to the vault besides netToVault')
  dust!: bigint;

  @Amount('gross less the legs: anything but 0 is a broken identity')
  residual!: bigint;

  @Amount()
  paidToHolders!: bigint;

  @Text()
  currency!: string;

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
