const REASONS = 'reasons {field reason}';
/** Every field of an account. */
export const ACCOUNT = `address labelClass labelName role balances {token balance received sent movedAt ${REASONS}} shares stakingValue
  unstakingValue costBasis realizedYield unrealizedYield unrealizedYieldAtExit staked unstaked unstakePaid unstakePending
  requests {requestId status shares assetsQuoted assetsPaid assetsRemaining requestedAt settledAt ${REASONS}}
  assetTokens {assetId balance paid count} payments {address count volume referencedCount} ${REASONS} asOf {height}`;

export interface Account {
  [field: string]: unknown;
  balances: {token: string; balance: string}[];
  reasons: {field: string; reason: string}[];
}
