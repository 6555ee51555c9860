import {ObjectType, registerEnumType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, OptionalAmount, OptionalRate, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

export const CONCENTRATIONS = ['COMPONENT', 'ASSET_CLASS', 'CUSTODIAN', 'AID_HOLDER', 'SAID_HOLDER', 'QUEUE'] as const;
export type ConcentrationName = (typeof CONCENTRATIONS)[number];

export const ConcentrationBy = Object.fromEntries(CONCENTRATIONS.map((name) => [name, name])) as {
  readonly [K in ConcentrationName]: K;
};
registerEnumType(ConcentrationBy, {
  name: 'ConcentrationBy',
  description:
    'Reserves by component, asset class or custodian; AID and shares by account that holds them; AID owed by owner of the request',
});

@ObjectType({description: 'How much of a whole lies with few names'})
export class ConcentrationPart {
  @Part(() => ConcentrationBy)
  by!: ConcentrationName;

  @Count('Names known, those of nothing left out')
  names!: number;

  @OptionalRate("Sum of the shares' squares; null while a part has no name")
  hhi!: string | null;

  @OptionalRate('The HHI at least: the unknown part spread thin')
  hhiLower!: string | null;

  @OptionalRate('The HHI at most: the unknown part with the largest name')
  hhiUpper!: string | null;

  @OptionalRate('1 / HHI: as many equal names')
  effectiveNames!: string | null;

  @OptionalRate('Share of the largest known name')
  top1!: string | null;

  @OptionalRate('Share of the three largest')
  top3!: string | null;

  @OptionalRate('Share of the ten largest')
  top10!: string | null;

  @OptionalRate('Share that nobody names')
  unknownShare!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Concentration of reserves, of holders and of the queue, and of who may leave at once'})
export class ConcentrationAnswer {
  @Part(() => [ConcentrationPart])
  parts!: ConcentrationPart[];

  @OptionalAmount('AID wei owed to the largest owner in the queue')
  largestPending!: bigint | null;

  @OptionalAmount('AID wei that the vault holds for the next window')
  nextWindowLiquidity!: bigint | null;

  @OptionalRate('largestPending / nextWindowLiquidity')
  largestPendingToLiquidity!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
