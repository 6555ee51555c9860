import {Arg, Args, ArgsType, Field, Int, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {tokenRowId} from '../../domain/ids';
import {METHODOLOGY, orMissing} from '../../domain/methodology';
import {splitOf, type Holding} from '../../domain/payouts';
import {AsOfInput} from '../answers/asOf';
import {PayoutsAnswer, type DistributionPart, type PayoutPart} from '../answers/payouts';
import {assetRowOf, unknownAsset} from '../assetIds';
import {resolveAsOf, toAsOf, type AsOfPoint, type Held} from '../asOf';
import {BadInput} from '../badInput';
import {contractsOf} from '../chains';
import {instant} from '../heldBlocks';
import {reasonsOf, valuesOf} from '../measured';
import {loadDistributions, loadHoldings, loadPaid, tokensHeldBy, type Distribution} from '../payoutSources';
import {knownAssets} from '../revenueSums';
import {allVersionsAt} from '../versions';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

@ArgsType()
class PayoutArgs {
  @Field(() => String, {nullable: true, description: 'bytes32 in hex; by default every asset'})
  assetId?: string | null;

  @Field(() => String, {nullable: true, description: 'Only assets this address ever held, and only its payouts'})
  holder?: string | null;

  @Field(() => Int, {nullable: true, description: 'Distributions, from 1 to 500; 50 by default'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor of the answer before'})
  cursor?: string | null;
}

@Resolver()
export class PayoutsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => PayoutsAnswer, {description: 'Who was paid what of each distribution, beside what its balance gives'})
  async payouts(
    @Args() args: PayoutArgs,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<PayoutsAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const limit = checkedLimit(args.limit);
    const holder = checkedHolder(args.holder);
    const tokens = tokensOf(await allVersionsAt<ComputeAssetRow>(em, 'computeAsset', point));
    const assets = await chosenAssets(em, {held, point, tokens}, args.assetId, holder);
    const found = await loadDistributions(em, point, {assets, after: args.cursor ?? '', limit});
    const page = found.slice(0, limit);
    const paid = await loadPaid(em, page);
    const holdings = await loadHoldings(
      em,
      page,
      page.map(({asset}) => tokens.get(asset) ?? null),
    );
    const vault = contractsOf(held.chain, 'said').at(-1)?.address ?? null;
    const more = found.length > limit ? page.at(-1)?.id : null;
    const fields = {nextCursor: orMissing(more, 'NOT_APPLICABLE')};
    return {
      distributions: page.map((one, i) =>
        distributionPart(one, {holdings: holdings[i] ?? [], paid: paid[i] ?? new Map(), vault, holder}),
      ),
      ...valuesOf(fields),
      reasons: reasonsOf(fields),
      asOf: toAsOf(point),
      methodologyVersion: METHODOLOGY.payouts,
    };
  }
}

type Tokens = ReadonlyMap<string, string>;

/** The row of the token of each asset. */
const tokensOf = (versions: readonly {row: ComputeAssetRow}[]): Tokens =>
  new Map(versions.map(({row}) => [row.id, tokenRowId(row.chainId, row.token, BigInt(row.assetId))]));

async function chosenAssets(
  em: EntityManager,
  {held, point, tokens}: {held: Held; point: AsOfPoint; tokens: Tokens},
  assetId: string | null | undefined,
  holder: string | null,
): Promise<string[]> {
  const known = await knownAssets(em, point);
  const named = assetId == null ? known : known.filter((asset) => asset === assetRowOf(held, assetId));
  if (assetId != null && named.length === 0) throw unknownAsset(held, assetId);
  if (holder === null) return named;
  const heldTokens = await tokensHeldBy(em, point, [...tokens.values()], holder);
  return named.filter((asset) => heldTokens.has(tokens.get(asset) ?? ''));
}

interface Evidence {
  readonly holdings: readonly Holding[];
  readonly paid: ReadonlyMap<string, bigint>;
  readonly vault: string | null;
  readonly holder: string | null;
}

function distributionPart(one: Distribution, {holdings, paid, vault, holder}: Evidence): DistributionPart {
  const split = splitOf(one, holdings, paid, vault);
  const {net, supply, expectedDust, isDustBounded, residual} = split;
  const {record, epoch, height, dust, at, asset} = one;
  return {
    ...{record, epoch, height, dust, net, supply, expectedDust, isDustBounded, residual},
    assetId: asset.slice(asset.indexOf('-') + 1),
    at: instant(at),
    payouts: split.payouts
      .filter((payout) => holder === null || payout.holder === holder)
      .map(({observed, ...payout}): PayoutPart => {
        return {...payout, observed: observed.value, reasons: reasonsOf({observed})};
      }),
  };
}

function checkedLimit(limit: number | null | undefined): number {
  if (limit == null) return DEFAULT_LIMIT;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new BadInput(`limit is ${limit}, expected 1 to ${MAX_LIMIT}.`);
}

function checkedHolder(holder: string | null | undefined): string | null {
  if (holder == null) return null;
  if (/^0x[0-9a-fA-F]{40}$/.test(holder)) return holder.toLowerCase();
  throw new BadInput(`holder ${JSON.stringify(holder)} is not an address: give 20 bytes in hex.`);
}
