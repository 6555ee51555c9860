import * as proxy from '../../abi/proxy';
import * as abi from '../../abi/said';
import {WAD} from '../../domain/units';
import {defineContract, ignore, on, view} from '../contract';
import {PAUSE_RULES, PROXY_RULES, ROLE_RULES} from './standard';

const {totalAssets, totalSupply, convertToAssets, convertToAssetsWithLoss} = abi.functions;

/** The vault: its events, and the views that are read because a step of its NAV may leave no log. */
export const said = defineContract({
  role: 'said',
  abis: [abi, proxy],
  on: [
    on(abi.events.Transfer, ({from, to, value}) => ({
      type: 'TokenTransferred',
      from,
      to,
      amount: value,
      tokenId: null,
    })),
    on(abi.events.Deposit, ({owner, assets, shares}) => ({type: 'Staked', owner, assets, shares})),
    on(abi.events.Withdraw, ({owner, receiver, assets, shares}) => ({
      type: 'Withdrawn',
      owner,
      receiver,
      assets,
      shares,
    })),
    on(abi.events.UnstakeRequested, (request) => ({type: 'UnstakeRequested', ...request})),
    on(abi.events.UnstakeFilled, (filled) => ({type: 'UnstakeFilled', ...filled})),
    on(abi.events.NavUpdated, ({totalSupply: totalShares, ...mark}) => ({type: 'NavMarked', totalShares, ...mark})),
    on(abi.events.UnrealizedLossSet, (loss) => ({type: 'LossRecognized', ...loss})),
    on(abi.events.LossRealized, (loss) => ({type: 'LossRealized', ...loss})),
    on(abi.events.CapitalDeployed, (deployed) => ({type: 'CapitalDeployed', ...deployed})),
    on(abi.events.CapitalReturned, (returned) => ({type: 'CapitalReturned', ...returned})),
    ignore(abi.events.UnstakeQueueProcessed, 'a summary of the fills that the same transaction emits'),
    ignore(abi.events.Approval, 'an allowance moves no assets'),
    ignore(abi.events.Initialized, 'set-up of a proxy'),
    ...ROLE_RULES,
    ...PAUSE_RULES,
    ...PROXY_RULES,
  ],
  observe: {
    calls: [
      view('totalAssets', totalAssets, totalAssets.encode({})),
      view('totalShares', totalSupply, totalSupply.encode({})),
      view('stakingNav', convertToAssets, convertToAssets.encode({shares: WAD})),
      view('unstakingNav', convertToAssetsWithLoss, convertToAssetsWithLoss.encode({shares: WAD})),
    ],
    toDomain: (answers, {height, at}) => ({
      type: 'NavObserved',
      totalAssets: answers['totalAssets'] ?? null,
      totalShares: answers['totalShares'] ?? null,
      stakingNav: answers['stakingNav'] ?? null,
      unstakingNav: answers['unstakingNav'] ?? null,
      effectiveHeight: height,
      effectiveAt: at,
    }),
  },
});
