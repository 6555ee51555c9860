import {BigInteger} from '@subsquid/graphql-server';
import {Arg, FieldResolver, Int, Resolver, Root} from 'type-graphql';
import {BackingAnswer} from '../answers/backing';
import {LiquidityCoveragePart, MintHeadroomPart} from '../answers/backingParts';
import {coverageParts, headroomParts, type BackingEvidence} from '../backingFields';

/** Any answer about the backing: its evidence is no field of its own. */
interface WithEvidence {
  readonly source: BackingEvidence;
}

@Resolver(() => BackingAnswer)
export class BackingFieldsResolver {
  @FieldResolver(() => [MintHeadroomPart], {
    description: 'What may still be minted under margins of your own, in each of the five modes',
  })
  mintHeadroomByMode(
    @Root() {source}: WithEvidence,
    @Arg('bps', () => Int, {description: 'Margin of the percentage modes, of 10000'}) bps: number,
    @Arg('absolute', () => BigInteger, {description: 'Margin of the absolute modes, AID wei'}) absolute: bigint,
  ): MintHeadroomPart[] {
    return headroomParts(source, bps, BigInt(absolute));
  }

  @FieldResolver(() => [LiquidityCoveragePart], {
    description: 'Reserves that settle within 1, 7 and 30 days over the demand, a row for each horizon and demand',
  })
  liquidityCoverage(
    @Root() {source}: WithEvidence,
    @Arg('freeSupplyBps', () => Int, {
      nullable: true,
      description: 'Part of the AID outside the vault that PENDING_PLUS_FREE counts, of 10000; without it no such row',
    })
    freeSupplyBps: number | null | undefined,
  ): Promise<LiquidityCoveragePart[]> {
    return coverageParts(source, freeSupplyBps ?? null);
  }
}
