import type {EventOf} from './event';
import {contractRowId} from './ids';
import {DAY_SECONDS} from './rates';

/** A redeemer: its terms, and what was handed in on its last day. AID wei. */
export interface RedeemerStateRow {
  readonly id: string;
  readonly chainId: number;
  readonly address: string;
  readonly name: string;
  /** The stablecoin it pays; null before its terms or a redemption are seen */
  readonly collateral: string | null;
  readonly isEnabled: boolean | null;
  readonly feeBps: number | null;
  /** AID that may be redeemed per UTC day; null where no limit was ever seen */
  readonly dailyLimit: bigint | null;
  /** UTC day of the last redemption, in days since 1970 */
  readonly lastDay: number | null;
  readonly redeemedOnLastDay: bigint;
  readonly cumulativeRedeemed: bigint;
  readonly redemptionCount: number;
  /** Whether it was ever seen to permit an account */
  readonly hasWhitelist: boolean;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export const REDEEMER_EVENTS = ['AidRedeemed', 'RedeemLimitSet', 'CollateralConfigured', 'WhitelistUpdated'] as const;
export type RedeemerEvent = EventOf<(typeof REDEEMER_EVENTS)[number]>;

/** Minters configure collateral and whitelists too; theirs are no terms of redemption. */
export const redeemerKeys = ({meta}: RedeemerEvent): string[] =>
  meta.role === 'redeemer' ? [contractRowId(meta.chainId, meta.address)] : [];

export const utcDay = (at: number): number => Math.floor(at / DAY_SECONDS);

export function evolveRedeemer(before: RedeemerStateRow | undefined, event: RedeemerEvent): RedeemerStateRow {
  const {height: updatedHeight, at: updatedAt} = event.meta;
  const row = {...(before ?? emptyRedeemer(event)), updatedHeight, updatedAt};
  switch (event.type) {
    case 'RedeemLimitSet':
      return {...row, dailyLimit: event.newLimit};
    case 'CollateralConfigured':
      return {...row, collateral: event.collateral, isEnabled: event.enabled, feeBps: event.redeemFeeBps};
    case 'WhitelistUpdated':
      return {...row, hasWhitelist: true};
    case 'AidRedeemed': {
      const day = utcDay(event.meta.at);
      const before = row.lastDay === day ? row.redeemedOnLastDay : 0n;
      return {
        ...row,
        collateral: event.collateral,
        lastDay: day,
        redeemedOnLastDay: before + event.aidIn,
        cumulativeRedeemed: row.cumulativeRedeemed + event.aidIn,
        redemptionCount: row.redemptionCount + 1,
      };
    }
  }
}

function emptyRedeemer({meta}: RedeemerEvent): RedeemerStateRow {
  return {
    id: contractRowId(meta.chainId, meta.address),
    chainId: meta.chainId,
    address: meta.address,
    name: meta.name,
    collateral: null,
    isEnabled: null,
    feeBps: null,
    dailyLimit: null,
    lastDay: null,
    redeemedOnLastDay: 0n,
    cumulativeRedeemed: 0n,
    redemptionCount: 0,
    hasWhitelist: false,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
