import * as proxy from '../../abi/proxy';
import * as abi from '../../abi/said';
import {FILL_POLICIES} from '../../domain/event';
import {WAD} from '../../domain/units';
import {defineContract, ignore, on, view} from '../contract';
import {contractsOf} from '../networks';
import {instant, named} from '../words';
import {PAUSE_RULES, PROXY_RULES, ROLE_RULES} from './standard';
import {TRANSFER_RULE} from './transfer';

const {totalAssets, totalSupply, convertToAssets, convertToAssetsWithLoss, accruedIncome} = abi.functions;

/** The vault: its events, and the views that are read because a step of its NAV may leave no log. */
export const said = defineContract({
  role: 'said',
  abis: [abi, proxy],
  on: [
    TRANSFER_RULE,
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
    on(abi.events.UnstakeQueueProcessed, (processed) => ({type: 'QueueProcessed', ...processed})),
    on(abi.events.WithdrawalCycleOpened, ({cycleId, opensAt, cutoffAt, settlesAt, fillPolicy}) => ({
      type: 'WithdrawalCycleOpened',
      cycleId,
      opensAt: instant(opensAt),
      cutoffAt: instant(cutoffAt),
      settlesAt: instant(settlesAt),
      policy: named(FILL_POLICIES, fillPolicy, 'fill policy'),
    })),
    on(abi.events.WithdrawalCycleSettled, (settled) => ({type: 'WithdrawalCycleSettled', ...settled})),
    ignore(abi.events.Approval, 'an allowance moves no assets'),
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
      view('accruedIncome', accruedIncome, accruedIncome.encode({})),
    ],
    toDomain: (answers, {height, at}, network) => ({
      type: 'NavObserved',
      totalAssets: answers['totalAssets'] ?? null,
      totalShares: answers['totalShares'] ?? null,
      stakingNav: answers['stakingNav'] ?? null,
      unstakingNav: answers['unstakingNav'] ?? null,
      accruedIncome: answers['accruedIncome'] ?? null,
      aid: contractsOf(network, 'aid')[0]?.address ?? null,
      effectiveHeight: height,
      effectiveAt: at,
    }),
  },
});
