/** What --help shows below the options of each command: how it is called, and how it ends. */

export const EXAMPLES = `
Examples:
  gaib-squid up                                     a year of the protocol on a local chain, indexed and served
  gaib-squid up --once --days 90 --seed 7           the first 90 days of another history, then stop
  RPC_ETHEREUM=https://... gaib-squid up --network ethereum
  gaib-squid process --network ethereum --to 23700000
  gaib-squid status --json
  gaib-squid attest reserves-2026-07.json
  gaib-squid verify                                 are the rows what the log says?
  gaib-squid audit --network local --sample 10      were they what the chain says, at past blocks?
  gaib-squid replay                                 rebuild them from the log
  gaib-squid publish --check                        has a published value changed without a restatement?

Exit codes: 0 done, 1 failed or found a difference, 2 bad arguments or configuration, 75 locked by another process.`;

export const ATTEST_EXAMPLES = `
All reports of one call are taken, or none; one that is held already is left alone. A report is folded with the next
block of its chain whose time is at or after its publication, also while gaib-squid up is running.

Examples:
  gaib-squid attest reserves-2026-07.json           the reserves as of the end of July
  gaib-squid attest --dry-run deals/*.json          would they be taken?

Exit codes: 0 handed in or already held, 1 failed, 2 a report is refused.`;

export const REPLAY_EXAMPLES = `
Readers see the old rows until the new ones are all there; a processor of gaib-squid up pauses for it. A replay that is
interrupted has changed nothing. Needed when a new version of this program folds or decodes differently.

Examples:
  gaib-squid replay                                 every row of every chain
  gaib-squid replay --projection token              only the supplies

Exit codes: 0 done, 1 failed, 2 bad arguments, 75 a processor without a supervisor, or another command, holds the chain.`;

export const VERIFY_EXAMPLES = `
Reads one snapshot of the database, also while it is written to, and writes nothing. Compares rows, versions, causes and
digests, and names the first difference of each table.

Examples:
  gaib-squid verify
  gaib-squid verify --json | jq '.chains[].differences'

Exit codes: 0 every row is what the log says, 1 some are not, 2 bad arguments or configuration.`;

export const DIGEST_EXAMPLES = `
Two installations with the same digest hold the same rows, and came by them from the same records in the same order.

Examples:
  gaib-squid digest
  gaib-squid digest --json > here.json
  gaib-squid digest --compare here.json             on the other one: the first block at which they differ

Exit codes: 0 equal as far as both go, 1 different, 2 bad arguments or configuration.`;

export const PUBLISH_EXAMPLES = `
gaib-squid up publishes by itself, every minute; this is for a processor that runs alone. It goes on where it was stopped.
docs/restatements.md says what is published, and when.

Examples:
  gaib-squid publish
  gaib-squid publish --check --json                 has a past value changed without a restatement?

Exit codes: 0 done, 1 a published value differs, 2 nothing is indexed, 75 another process publishes.`;

export const AUDIT_EXAMPLES = `
Asks the node for the state at the hash of each block and compares it with the rows as that block left them: supplies,
balances, custody, both NAVs, the queue, the registry, revenue, roles, contracts. Names every difference, and what could
not be compared. The node is RPC_<NETWORK>, or that of the gaib-squid up that runs; it must keep past states.

Examples:
  gaib-squid audit --network local --block 500 1200
  gaib-squid audit --network local --sample 10 --seed 7
  gaib-squid audit --network ethereum --sample 50 --json | jq '.blocks[].differences'

Exit codes: 0 everything compared is what the chain says, 1 something is not, 2 bad arguments, a block that is not held
or that the node does not have.`;
