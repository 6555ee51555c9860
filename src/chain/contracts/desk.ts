import * as minter from '../../abi/minter';
import {on, type Rule} from '../contract';

/** What minter and redeemer share: their terms and who may trade. Fees themselves are taken from the trades. */
export const DESK_RULES: readonly Rule[] = [
  on(minter.events.CollateralConfigured, (terms) => ({type: 'CollateralConfigured', ...terms})),
  on(minter.events.WhitelistUpdated, (updated) => ({type: 'WhitelistUpdated', ...updated})),
];
