import * as abi from '../../abi/reserveFeed';
import {toWad} from '../../domain/units';
import {defineContract, ignore, on, type ContractDefinition} from '../contract';
import type {Role} from '../networks';
import {instant} from '../words';
import {ROLE_RULES} from './standard';

const NEW_ROUND = ignore(abi.events.NewRound, 'the answer of the round follows in AnswerUpdated');

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
    NEW_ROUND,
    ...ROLE_RULES,
  ],
});

/** A Chainlink aggregator that publishes a price in dollars. */
const priceFeed = (role: Role, of: 'AID' | 'SAID'): ContractDefinition =>
  defineContract({
    role,
    abis: [abi],
    on: [
      on(abi.events.AnswerUpdated, ({current, roundId, updatedAt}, {contract}) => ({
        type: 'PriceAnswered',
        of,
        roundId,
        priceUsd: toWad(current, contract.decimals ?? 8),
        pricedAt: instant(updatedAt),
      })),
      NEW_ROUND,
      ...ROLE_RULES,
    ],
  });

export const aidPriceFeed = priceFeed('aidPriceFeed', 'AID');
export const saidPriceFeed = priceFeed('saidPriceFeed', 'SAID');
