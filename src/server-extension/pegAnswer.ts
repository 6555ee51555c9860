import {derive, known, missing, orMissing} from '../domain/methodology';
import {
  bpsHours,
  episodesAt,
  freshQuotes,
  NO_WATCH,
  pegPrice,
  type PegEpisode,
  type PegRules,
  type PegWatch,
} from '../domain/pegEpisode';
import {deviationBps, printBps} from '../domain/pegPrice';
import {formatRate, formatWad} from '../domain/rates';
import type {PegEpisodePart, PegPart, PegSourcePart} from './answers/peg';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

/** The peg as of an instant (metrics.md 3.5). */
export function pegPart(watch: PegWatch = NO_WATCH, at: number, rules: PegRules): PegPart {
  const price = pegPrice(watch, at, rules);
  const fresh = freshQuotes(watch, at, rules);
  const lasting = episodesAt(watch, at, rules).find(({endedAt}) => endedAt === null);
  const fields = {
    price: derive(price, formatRate),
    deviationBps: derive(price, deviationBps),
    episode: lasting === undefined ? missing(price.reason ?? 'NOT_APPLICABLE') : known(episodePart(lasting)),
  };
  return {
    ...valuesOf(fields),
    minSources: rules.terms.minSources,
    freshSources: fresh.length,
    sources: [...watch.quotes.values()]
      .map(({source, priceUsd, pricedAt}): PegSourcePart => ({
        source,
        price: formatWad(priceUsd),
        deviationBps: printBps(priceUsd),
        pricedAt: instant(pricedAt),
        stale: !fresh.some((quote) => quote.source === source),
      }))
      .sort((a, b) => (a.source < b.source ? -1 : 1)),
    reasons: reasonsOf(fields),
  };
}

export function episodePart(episode: PegEpisode): PegEpisodePart {
  const fields = {
    endedAt: derive(orMissing(episode.endedAt, 'NOT_APPLICABLE'), instant),
    closedAt: derive(orMissing(episode.closedAt, 'NOT_APPLICABLE'), instant),
  };
  return {
    startedAt: instant(episode.startedAt),
    confirmedAt: instant(episode.confirmedAt),
    peakBps: episode.peakBps,
    peakAt: instant(episode.peakAt),
    ...valuesOf(fields),
    bpsHours: formatRate(bpsHours(episode)),
    sourcesAgreeing: episode.sourcesAgreeing,
    reasons: reasonsOf(fields),
  };
}
