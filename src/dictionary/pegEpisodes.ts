import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NO_PRICE: Nulls = {
  NO_OBSERVATION: 'no source ever answered',
  STALE: 'no source is fresh',
  PARTIAL: 'fewer than minSources are fresh',
};

export const pegTypes = typesOf('pegEpisodes', ['PriceAnswered'], {
  PegPart: {
    price: nullable('USD', NO_PRICE, 'median; of an even number the mean of the middle two'),
    deviationBps: nullable('bps', NO_PRICE, 'rounded half-even'),
    minSources: plain('count', 'fewest fresh sources that make a price'),
    freshSources: plain(
      'count',
      'sources not older than their age allowed, 86,400 s where the network file names none',
    ),
    sources: plain('-', 'newest answer of every source that ever answered'),
    episode: nullable('-', {...NO_PRICE, NOT_APPLICABLE: 'AID is on its peg'}),
  },
  PegSourcePart: {
    source: plain('-'),
    price: plain('USD'),
    deviationBps: plain('bps', 'round(1e4 (price - 1)), half-even; below the peg is negative'),
    pricedAt: plain('UTC', 'time that the feed gives for its answer'),
    stale: plain('-'),
  },
  PegEpisodesAnswer: {
    episodes: plain('-', 'a deviation of openBps or more that lasted holdSeconds, until one under closeBps does'),
    ...each(plain('bps'), 'openBps', 'closeBps'),
    holdSeconds: plain('seconds'),
    minSources: plain('count'),
  },
  PegEpisodePart: {
    ...each(plain('UTC'), 'startedAt', 'confirmedAt'),
    peakBps: plain('bps'),
    peakAt: plain('UTC', 'when the deviation was largest first'),
    endedAt: nullable('UTC', {NOT_APPLICABLE: 'it lasts'}),
    closedAt: nullable('UTC', {NOT_APPLICABLE: 'not confirmed yet'}),
    bpsHours: plain('bps x hours'),
    sourcesAgreeing: plain('count'),
  },
});
