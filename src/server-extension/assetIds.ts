import type {Held} from './asOf';
import {assetRowId} from '../domain/ids';
import {BadInput} from './badInput';

/**
 * The id of the row of an asset that a reader names by its bytes32.
 * @throws BadInput for anything but 32 bytes of hex
 */
export function assetRowOf({chain}: Held, assetId: string): string {
  if (!/^0x[0-9a-fA-F]{64}$/.test(assetId)) {
    throw new BadInput(
      `assetId ${JSON.stringify(assetId)} is not an asset id: give 32 bytes in hex, as assets answers.`,
    );
  }
  return assetRowId(chain.chainId, assetId.toLowerCase());
}

/** What a reader is told who names an asset that is not there. */
export const unknownAsset = ({chain}: Held, assetId: string): BadInput =>
  new BadInput(`Asset ${assetId} is not known on chain ${chain.chainId} (${chain.network}).`);
