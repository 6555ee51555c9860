import type {EntityManager} from 'typeorm';
import {assetRowId, contractRowId, tokenRowId} from '../domain/ids';
import type {AsOfPoint} from './asOf';
import {BadInput} from './badInput';
import {contractsOf, type IndexedChain} from './chains';
import {knownAssets} from './revenueSums';

/** The token a question is about. */
export interface UsageToken {
  /** AID, SAID or the asset id */
  readonly name: string;
  readonly address: string;
  /** Id of the token's row */
  readonly id: string;
}

/** AID or sAID of a chain; undefined where its network file names none. */
export function mainToken(chain: IndexedChain, name: 'AID' | 'SAID'): UsageToken | undefined {
  const address = contractsOf(chain, name === 'AID' ? 'aid' : 'said').at(-1)?.address;
  return address === undefined ? undefined : {name, address, id: contractRowId(chain.chainId, address)};
}

/**
 * The token that an argument names: AID (the default), SAID or an asset known as of the block.
 * @throws BadInput for anything else
 */
export async function resolveToken(
  em: EntityManager,
  chain: IndexedChain,
  point: AsOfPoint,
  text: string | null | undefined,
): Promise<UsageToken> {
  const where = `chain ${chain.chainId} (${chain.network})`;
  const name = (text ?? 'AID').toUpperCase();
  if (name === 'AID' || name === 'SAID') {
    const token = mainToken(chain, name);
    if (token === undefined) throw new BadInput(`There is no ${name} on ${where}.`);
    return token;
  }
  const assetId = (text ?? '').toLowerCase();
  if (!/^0x[0-9a-f]{64}$/.test(assetId)) {
    throw new BadInput(`token ${JSON.stringify(text)} is no token: give AID, SAID or an asset id of 32 bytes in hex.`);
  }
  const address = contractsOf(chain, 'assetToken').at(-1)?.address;
  const isKnown = (await knownAssets(em, point)).includes(assetRowId(chain.chainId, assetId));
  if (address === undefined || !isKnown) throw new BadInput(`Asset ${assetId} is not known on ${where}.`);
  return {name: assetId, address, id: tokenRowId(chain.chainId, address, BigInt(assetId))};
}
