import type {EntityManager} from 'typeorm';
import {averageYears, observedWait} from '../domain/averageLife';
import type {TokenBalanceRow} from '../domain/balance';
import {balanceRowId, contractRowId, tokenRowId} from '../domain/ids';
import {missing, known, orMissing, type Measured} from '../domain/methodology';
import {DAY_SECONDS, type Rate} from '../domain/rates';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {UnstakeRequestRow} from '../domain/unstakeRequest';
import type {AsOfPoint, Held} from './asOf';
import {contractsOf, inForce} from './chains';
import {allVersionsAt, versionsAt} from './versions';

/** What the vault holds and owes as of a block; AID wei. */
export interface VaultCash {
  /** AID held less what is owed to open requests; negative where more is owed */
  readonly idle: Measured<bigint>;
  /** Book value */
  readonly totalAssets: Measured<bigint>;
}

/** A chain without a vault or without AID has neither. A vault that never held AID holds exactly none. */
export async function vaultCash(em: EntityManager, {chain}: Held, point: AsOfPoint): Promise<VaultCash> {
  const [said, aid] = [contractsOf(chain, 'said').at(-1), contractsOf(chain, 'aid').at(-1)];
  if (said === undefined || aid === undefined) {
    return {idle: missing('NOT_APPLICABLE'), totalAssets: missing('NOT_APPLICABLE')};
  }
  const {chainId} = chain;
  const vault = {chainId, projection: 'stakingVault', key: contractRowId(chainId, said.address)};
  const balance = balanceRowId(tokenRowId(chainId, aid.address, null), said.address);
  const cash = {chainId, projection: 'tokenBalance', key: balance};
  const [versions] = await versionsAt(em, [vault, cash], [new Map([[chainId, point]])]);
  const row = versions?.get<StakingVaultRow>(vault)?.row;
  const held = versions?.get<TokenBalanceRow>(cash)?.row.balance ?? 0n;
  return {
    idle: row === undefined ? missing('NO_OBSERVATION') : known(held - row.pendingAssets),
    totalAssets: orMissing(row?.totalAssets, 'NO_OBSERVATION'),
  };
}

/** How long those who want to leave the vault are bound, years. */
export interface ExitTerm {
  readonly years: Measured<Rate>;
  readonly source: 'POLICY' | 'OBSERVED';
}

/** The longest wait of the queue's policy in force at a block, else the wait of those who were paid, weighted. */
export async function exitTerm(em: EntityManager, {chain}: Held, point: AsOfPoint): Promise<ExitTerm> {
  const policy = inForce(chain.parameters.queuePolicies, point.height);
  if (policy !== undefined) {
    return {source: 'POLICY', years: averageYears([{at: policy.maxDays * DAY_SECONDS, amount: 1n}], 0)};
  }
  const requests = await allVersionsAt<UnstakeRequestRow>(em, 'unstakeRequest', point);
  const settled = requests.flatMap(({row: {requestedAt, settledAt, assetsPaid}}) =>
    settledAt === null ? [] : [{requestedAt, settledAt, assetsPaid}],
  );
  return {source: 'OBSERVED', years: observedWait(settled)};
}
