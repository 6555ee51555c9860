import type {TokenBalanceRow} from '../../domain/balance';
import {balanceRowId} from '../../domain/ids';
import {known, METHODOLOGY} from '../../domain/methodology';
import {BadInput} from '../badInput';
import {resolveToken} from '../usageToken';
import {versionsAt} from '../versions';
import type {LineageMetrics} from './metric';
import {movementsOf} from './source';
import {tokenParameters} from './usageLineage';

const KEY = /^(AID|SAID|0x[0-9a-f]{64}):(0x[0-9a-f]{40})$/i;

/** What an account holds of a token. */
export const BALANCE_LINEAGE: LineageMetrics = {
  balance: {
    key: 'AID, SAID or an asset id, a colon, and an account of 20 bytes in hex',
    trace: async ({em, held, point, key}) => {
      const [, name, account] = KEY.exec(key) ?? [];
      if (name === undefined || account === undefined) {
        throw new BadInput(
          `key ${JSON.stringify(key.slice(0, 120))} names no balance: give token:account, as AID:0x and 40 digits.`,
        );
      }
      const token = await resolveToken(em, held.chain, point, name);
      const holder = account.toLowerCase();
      const row = {chainId: point.chainId, projection: 'tokenBalance', key: balanceRowId(token.id, holder)};
      const [versions] = await versionsAt(em, [row], [new Map([[point.chainId, point]])]);
      return {
        value: known(`${versions?.get<TokenBalanceRow>(row)?.row.balance ?? 0n}`),
        methodologyVersion: METHODOLOGY.account,
        formula: 'token.balance',
        parameters: {...tokenParameters(token), account: holder},
        terms: {},
        causes: [movementsOf('balance', token.id, holder, point)],
      };
    },
  },
};
