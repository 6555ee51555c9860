import * as abi from '../../abi/reserveFeed';
import {toWad} from '../../domain/units';
import {defineContract, ignore, on} from '../contract';
import {instant} from '../words';
import {ROLE_RULES} from './standard';

/** A Chainlink aggregator that publishes the value of the T-bill leg; `updatedAt` is the valuation's instant. */
export const reserveFeed = defineContract({
  role: 'reserveFeed',
  abis: [abi],
  on: [
    on(abi.events.AnswerUpdated, ({current, roundId, updatedAt}, {contract}) => ({
      type: 'ReserveAnswered',
      roundId,
      valueUsd: toWad(current, contract.decimals ?? 8),
      valuationAt: instant(updatedAt),
    })),
    ignore(abi.events.NewRound, 'the answer of the round follows in AnswerUpdated'),
    ...ROLE_RULES,
  ],
});
