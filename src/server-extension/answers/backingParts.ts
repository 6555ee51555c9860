import {ObjectType, registerEnumType} from 'type-graphql';
import type {EvidenceClass as EvidenceName} from '../../domain/report';
import type {DemandKind} from '../../domain/liquidity';
import type {MarginMode as ModeName} from '../../domain/mintHeadroom';
import {Count, OptionalAmount, OptionalRate, OptionalText, Part} from './fields';
import {Evidence} from './provenance';
import {FieldReasonPart} from './reasons';

export const MarginMode: {readonly [K in ModeName]: K} = {
  NONE: 'NONE',
  POSITIVE_PERCENTAGE: 'POSITIVE_PERCENTAGE',
  POSITIVE_ABSOLUTE: 'POSITIVE_ABSOLUTE',
  NEGATIVE_PERCENTAGE: 'NEGATIVE_PERCENTAGE',
  NEGATIVE_ABSOLUTE: 'NEGATIVE_ABSOLUTE',
};
registerEnumType(MarginMode, {
  name: 'MarginMode',
  description: 'How much of the reserves r may be issued: r, r(1-m), r-m, r(1+m), r+m',
});

export const LiquidityDemand: {readonly [K in DemandKind]: K} = {
  PENDING: 'PENDING',
  PENDING_PLUS_FREE: 'PENDING_PLUS_FREE',
  ALL: 'ALL',
};
registerEnumType(LiquidityDemand, {
  name: 'LiquidityDemand',
  description:
    'PENDING: AID owed to open unstake requests. PENDING_PLUS_FREE: with a part of the AID outside the vault. ALL: every AID',
});

@ObjectType({description: 'What may still be minted under one margin: max(0, limit - liabilities)'})
export class MintHeadroomPart {
  @Part(() => MarginMode)
  mode!: ModeName;

  @OptionalAmount('AID supply that the reserves allow, wei; null where they refuse or are not known')
  limit!: bigint | null;

  @OptionalAmount('AID wei; 0 with a reason where stale or negative reserves refuse every mint')
  headroom!: bigint | null;

  @OptionalText('Why there is no headroom, or none is allowed')
  reason!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Reserves that settle within a time, after haircuts, over a demand'})
export class LiquidityCoveragePart {
  @Count()
  horizonDays!: number;

  @Part(() => LiquidityDemand)
  demand!: DemandKind;

  @OptionalAmount('AID wei, floored; null while a supply is unknown')
  demandAid!: bigint | null;

  @OptionalRate('USD, after haircuts')
  settlingUsd!: string | null;

  @OptionalRate('settlingUsd / demandAid, an AID at a dollar; null without any demand')
  coverage!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Part of the reserves that rests on one kind of evidence'})
export class EvidenceSharePart {
  @Part(() => Evidence)
  evidence!: EvidenceName;

  @OptionalRate('Of all reserves')
  share!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
