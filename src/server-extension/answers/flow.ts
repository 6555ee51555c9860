import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, OptionalPart, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'Somebody who holds one of the two media; amounts WAD, at par for stablecoins'})
export class FlowNodePart {
  @Text('medium and node, as the edges name it')
  id!: string;

  @Text('USD (stablecoins at par) or AID')
  medium!: string;

  @Text(
    'AID: ISSUANCE, VAULT, DISTRIBUTOR, PROTOCOL, TREASURY, AI_SERVICE, EXCHANGE, DEX, LENDING, BRIDGE or WALLET. ' +
      'USD: CUSTODY, TBILLS, WORLD or DEAL',
  )
  node!: string;

  @OptionalText('Of a DEAL: its asset id')
  assetId!: string | null;

  @Amount(
    'At the opening. ISSUANCE holds the supply as a negative; TBILLS, WORLD and a DEAL hold what they got from custody ' +
      'since the first block less what they gave',
  )
  opening!: bigint;

  @Amount('Sum of the edges to it')
  inflow!: bigint;

  @Amount('Sum of the edges from it')
  outflow!: bigint;

  @Amount('At the block of asOf, read as opening is, not computed from the edges')
  closing!: bigint;

  @Amount('closing - (opening + inflow - outflow): anything but 0 is a movement that no edge shows')
  residual!: bigint;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What went from one node to another for one cause in the period; WAD'})
export class FlowEdgePart {
  @Text('USD or AID')
  medium!: string;

  @Text('Id of a node')
  from!: string;

  @Text('Id of a node')
  to!: string;

  @Text(
    'USD and AID: DEPOSIT, REDEMPTION, DEPLOYMENT, PRINCIPAL, INCOME, REVENUE, PASS_THROUGH, CAPITAL_RETURN (no asset ' +
      'named). USD: TBILL_BUY, TBILL_SELL, INTEREST, REDEEMER_FLOAT. AID: STAKE, UNSTAKE, PASS_THROUGH_PAID, FEES_PAID, ' +
      'PAID_TO_VAULT, PAID_TO_HOLDER, RESERVE_DRAWN, PAYMENT, DEFI_IN, DEFI_OUT, BRIDGE, MIGRATION, FLASH_FEE (burned ' +
      'beyond the mint), TRANSFER. OTHER: no log says why',
  )
  cause!: string;

  @OptionalText('Asset id that the cause names; null where it names none')
  assetId!: string | null;

  @Amount()
  amount!: bigint;

  @Count('Movements behind it')
  count!: number;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description: 'The same amount by two ways: summed from the edges, and as the contract that tells it counts it',
})
export class FlowCheckPart {
  @Text()
  name!: string;

  @Amount('Sum of the edges, WAD')
  edges!: bigint;

  @Amount('As the running sums of vault, token and distributor say, WAD')
  told!: bigint;

  @Amount('edges - told')
  residual!: bigint;
}

@ObjectType({description: 'Who held what, and what moved between them, on one chain in a period'})
export class FlowAnswer {
  @Part(() => [FlowNodePart])
  nodes!: FlowNodePart[];

  @Part(() => [FlowEdgePart])
  edges!: FlowEdgePart[];

  @Amount("Sum of the sizes of the nodes' residuals: 0 where every node balances")
  residual!: bigint;

  @Part(() => [FlowCheckPart])
  checks!: FlowCheckPart[];

  @Time('Start of the period')
  from!: Date;

  @Time('Its end, exclusive; without one the head, included')
  to!: Date;

  @OptionalPart(() => AsOf, 'Block of the opening, the last before from; null before the first block held')
  opening!: AsOf | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf, 'Block of the closing, the last before to')
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
