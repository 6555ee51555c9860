import {contractRowId} from '../domain/ids';
import type {Held} from './asOf';
import {BadInput} from './badInput';
import {contractsOf} from './chains';
import type {RowName} from './versions';

/**
 * The row that a projection keeps for the sAID vault of the chain asked about.
 * @throws BadInput for a chain without one
 */
export function vaultRow({chain, chains}: Held, projection: string): RowName {
  const vault = contractsOf(chain, 'said').at(-1);
  if (vault !== undefined) {
    return {chainId: chain.chainId, projection, key: contractRowId(chain.chainId, vault.address)};
  }
  const other = chains.find((candidate) => contractsOf(candidate, 'said').length > 0);
  const advice =
    other === undefined ? 'and no other chain here does' : `ask for chain ${other.chainId} (${other.network})`;
  throw new BadInput(`Chain ${chain.chainId} (${chain.network}) has no sAID vault: ${advice}.`);
}
