import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {PortfolioConcentrationPart} from './portfolioConcentration';
import {Amount, Count, OptionalAmount, OptionalRate, OptionalText, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'Balances more than so many days past due; each bucket holds those of the next'})
export class DelinquencyPart {
  @Count('30, 60 or 90')
  days!: number;

  @Amount('Outstanding of assets known to be so late, AID wei')
  amount!: bigint;

  @OptionalRate('Of all that is outstanding, a fraction; null while it is not known of some of it whether it is late')
  share!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The assets of a class, or all of them, added up; amounts in AID wei'})
export class PortfolioPart {
  @Text('GPU, ROBOTICS or DATA_CENTER; ALL for the whole')
  assetClass!: string;

  @Count('Registered')
  assetCount!: number;

  @Count('With principal outstanding')
  runningCount!: number;

  @Amount('As registered')
  principal!: bigint;

  @Amount('Drawn so far')
  drawn!: bigint;

  @Amount('Principal repaid so far')
  repaid!: bigint;

  @Amount('Written off')
  realizedLoss!: bigint;

  @Amount('Drawn less repaid and written off')
  outstanding!: bigint;

  @Amount('Recognised and not written off')
  unrealizedLoss!: bigint;

  @Amount('Outstanding less unrealised loss')
  nav!: bigint;

  @OptionalRate('USD, of the assets outstanding, as last attested; null where one of them was never valued')
  collateralValue!: string | null;

  @OptionalRate('Collateral (USD) / outstanding (AID at par) - 1, a fraction')
  overcollateralization!: string | null;

  @Amount('Revenue distributed: its legs follow')
  gross!: bigint;

  @Amount('Costs that go on to the service provider')
  passThrough!: bigint;

  @Amount('To the treasury')
  protocolFee!: bigint;

  @Amount('To the treasury')
  performanceFee!: bigint;

  @Amount('Set aside against losses')
  reserveContribution!: bigint;

  @Amount('Net part by token balance, without dust')
  netToVault!: bigint;

  @Amount('Net part of holders other than the vault')
  paidToHolders!: bigint;

  @Amount('Rounding, paid to the vault besides netToVault')
  dust!: bigint;

  @Amount('To vault and holders, with income and cover, less losses written off')
  netRevenue!: bigint;

  @Part(() => [DelinquencyPart], 'More than 30, 60 and 90 days past due')
  delinquency!: DelinquencyPart[];

  @OptionalRate('Written off / drawn, a fraction')
  cumulativeDefault!: string | null;

  @OptionalRate('Recovered since default / exposure at default, a fraction')
  recoveryRate!: string | null;

  @OptionalRate('1 - recovery rate; null while a default is being worked out')
  lossGivenDefault!: string | null;

  @OptionalRate('Paid of what has fallen due, of the assets with a contractual schedule, a fraction')
  collectionRate!: string | null;

  @OptionalRate('Years until scheduled principal comes, weighted; null where a balance has no schedule')
  walYears!: string | null;

  @OptionalRate('Years until the registered maturities, weighted by balance; null where one has none')
  wamYears!: string | null;

  @OptionalRate('Part of what is outstanding that has a schedule, a fraction')
  scheduledShare!: string | null;

  @OptionalRate('Registered rates weighted by balance, gross, a fraction a year')
  weightedApr!: string | null;

  @Amount('Draws')
  paidIn!: bigint;

  @Amount('Principal, income, net revenue and cover that reached the vault')
  distributions!: bigint;

  @OptionalRate('(distributions + NAV) / paid in')
  moic!: string | null;

  @OptionalRate('Distributions / paid in')
  dpi!: string | null;

  @OptionalRate(
    'Rate a year of 365 days that balances all flows and the NAV; null unless exactly one in (-0.99, 10) does',
  )
  xirr!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'All financed deals of a chain, by class, and what they mean for the vault'})
export class PortfolioAnswer {
  @Part(() => PortfolioPart, 'All assets')
  total!: PortfolioPart;

  @Part(() => [PortfolioPart], 'They add up to the total')
  classes!: PortfolioPart[];

  @Part(() => [PortfolioConcentrationPart], 'Of what is outstanding: by OBLIGOR and by REGION')
  concentration!: PortfolioConcentrationPart[];

  @OptionalAmount('AID in the vault less what it owes to open requests, wei')
  idle!: bigint | null;

  @OptionalRate('Idle / (idle + outstanding), a fraction')
  idleShare!: string | null;

  @OptionalRate('Idle share x registered rates weighted by balance, a fraction a year')
  yieldLost!: string | null;

  @OptionalRate('Longest wait of the queue’s policy, else the wait observed, weighted, years')
  exitYears!: string | null;

  @OptionalText('POLICY or OBSERVED')
  exitSource!: string | null;

  @OptionalRate('WAL of the assets less exitYears, years')
  mismatchYears!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
