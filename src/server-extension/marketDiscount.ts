import type {EntityManager} from 'typeorm';
import {contractRowId} from '../domain/ids';
import {derive, missing, orMissing, type Measured} from '../domain/methodology';
import {medianPrice, PRICE_MAX_AGE_SECONDS} from '../domain/pegPrice';
import {formatRate, formatWad, Rate, type YearBasis} from '../domain/rates';
import {discountBps, impliedExitYield} from '../domain/yieldForms';
import type {MarketDiscountPart, RealisedYieldPart} from './answers/yieldDetail';
import {contractsOf, type IndexedChain} from './chains';
import type {HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {loadPrints, type HeldPrint} from './pegWatch';

/** Every answer of the price feeds of both tokens up to a block. */
export interface MarketPrints {
  readonly aid: readonly HeldPrint[];
  readonly said: readonly HeldPrint[];
}

export const loadMarket = async (
  em: EntityManager,
  upTo: Pick<HeldBlock, 'chainId' | 'height'>,
): Promise<MarketPrints> => ({
  aid: await loadPrints(em, 'AID', upTo),
  said: await loadPrints(em, 'SAID', upTo),
});

/** One source is a price here; the peg, which is judged and not shown, wants more. */
const LEAST_SOURCES = 1;

/**
 * The market price of a share as of a block beside its unstaking NAV, both in AID: the median of the sAID feeds over that
 * of the AID feeds, each without the answers that are older than their feed allows.
 * @param unstakingNav WAD; null where it is not known
 */
export function marketPart(
  {chain, block, basis}: {readonly chain: IndexedChain; readonly block: HeldBlock; readonly basis: YearBasis},
  prints: MarketPrints,
  unstakingNav: Measured<bigint>,
  realised: RealisedYieldPart,
): MarketDiscountPart {
  const price = inAid(
    priceAt(chain, 'saidPriceFeed', prints.said, block),
    priceAt(chain, 'aidPriceFeed', prints.aid, block),
  );
  const compare = (formula: (market: bigint, nav: bigint) => Measured<Rate>): Measured<string> => {
    if (price.reason !== null) return price;
    if (unstakingNav.reason !== null) return unstakingNav;
    return derive(formula(price.value, unstakingNav.value), formatRate);
  };
  const {requestedAt, paidAt} = realised;
  const waited = requestedAt === null || paidAt === null ? null : (paidAt.getTime() - requestedAt.getTime()) / 1000;
  const fields = {
    price: derive(price, formatWad),
    discountBps: compare(discountBps),
    waitSeconds: orMissing(waited, 'NO_OBSERVATION'),
    impliedExitApy:
      waited === null
        ? missing('NO_OBSERVATION')
        : compare((market, nav) => impliedExitYield(market, nav, waited, basis)),
  };
  return {...valuesOf(fields), reasons: reasonsOf(fields)};
}

/** USD per token as of a block: the median of each feed's newest answer that is not too old. */
function priceAt(
  chain: IndexedChain,
  role: 'aidPriceFeed' | 'saidPriceFeed',
  prints: readonly HeldPrint[],
  block: HeldBlock,
): Measured<Rate> {
  const newest = new Map<string, HeldPrint>();
  for (const print of prints) if (print.height <= block.height) newest.set(print.source, print);
  const ages = new Map(
    contractsOf(chain, role).map(({address, maxAgeSeconds}) => [contractRowId(chain.chainId, address), maxAgeSeconds]),
  );
  const fresh = [...newest.values()].filter(
    ({source, pricedAt}) => block.at - pricedAt <= (ages.get(source) ?? PRICE_MAX_AGE_SECONDS),
  );
  return medianPrice(
    fresh.map(({priceUsd}) => priceUsd),
    LEAST_SOURCES,
    newest.size,
  );
}

/** AID per share, WAD, rounded half-even. */
function inAid(said: Measured<Rate>, aid: Measured<Rate>): Measured<bigint> {
  if (said.reason !== null) return said;
  if (aid.reason !== null) return aid;
  if (aid.value.isZero()) return missing('NOT_APPLICABLE');
  return {value: BigInt(said.value.div(aid.value).times('1e18').toFixed(0, Rate.ROUND_HALF_EVEN)), reason: null};
}
