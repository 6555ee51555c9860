import {nullable, plain, typesOf} from './definition';

export const indexingTypes = typesOf(null, [], {
  ChainStatusAnswer: {
    network: plain('-', 'name of the network file'),
    indexedHeight: plain('block', 'newest block whose events are folded'),
    indexedAt: nullable('UTC', {NO_OBSERVATION: 'before the first block'}),
    finalizedHeight: plain(
      'block',
      'newest block that a reorganisation can no longer take back, as far as it is indexed',
    ),
    headHeight: nullable('block', {NO_OBSERVATION: 'the head was never heard of'}),
    lagBlocks: nullable('blocks', {NO_OBSERVATION: 'the head was never heard of'}, 'headHeight - indexedHeight'),
    unrecognized: plain('count'),
    projections: plain('-', 'every projection of the chain, by name'),
    invariants: plain('-', 'laws checked against the rows, broken ones first; empty before anything they are laws of'),
    completeness: plain('-', 'whether the log was held against a second source'),
  },
  ProjectionPart: {
    name: plain('-', 'projection'),
    version: plain('-', 'version of the fold that made the rows'),
    digest: nullable(
      '-',
      {NOT_COMPUTED: 'the rows are of a program that kept none: gaib-squid replay makes it'},
      'sha256, chained over the blocks that changed rows; seeded with the versions of the fold and the decoders',
    ),
    digestHeight: nullable('block', {NO_OBSERVATION: 'no row yet'}, 'newest block that changed a row'),
  },
  InvariantPart: {
    name: plain('-', 'law; docs/invariants.md says each'),
    subject: plain('-', 'what it is a law of'),
    ok: plain('-', 'whether it holds: residual is 0'),
    isGuard: plain('-', 'false for laws that other deployments may break lawfully'),
    residual: nullable(
      'unit of the law',
      {NOT_COMPUTED: 'the law has no amount'},
      'what it leaves over: 0 where it holds',
    ),
    height: nullable(
      'block',
      {NOT_COMPUTED: 'not checked'},
      'the block indexed: a law is checked at every event that could break it',
    ),
    brokenHeight: nullable('block', {NOT_APPLICABLE: 'it holds'}, 'block since which residual is not 0'),
  },
  AsOf: {finality: plain('-', 'FINALIZED: no reorganisation can undo the block. LATEST: one still can')},
  FieldReasonPart: {field: plain('-', 'name of the null field'), reason: plain('-')},
});
