import {InvariantError} from '../domain/errors';
import type {DomainEvent, EventBody, EventFields, EventMeta, EventOf, EventType} from '../domain/event';
import {logRecordId, readingRecordId, reportRecordId} from '../domain/ids';

export const CHAIN_ID = 31337;
export const GENESIS_AT = 1_750_000_000;
export const SECONDS_PER_BLOCK = 12;

/** A contract of the protocol as an event's meta names it. */
export interface Speaker {
  readonly address: string;
  readonly role: string;
  readonly name: string;
  readonly decimals: number | null;
}

/** The nth address: recognisable in a failure. */
export const address = (n: number): string => `0x${n.toString(16).padStart(40, '0')}`;

const speaker = (n: number, role: string, name: string, decimals: number | null = null): Speaker => ({
  address: address(0xc0de00 + n),
  role,
  name,
  decimals,
});

export const AID = speaker(1, 'aid', 'AID', 18);
export const SAID = speaker(2, 'said', 'sAID', 18);
export const MINTER = speaker(3, 'minter', 'Minter');
export const REDEEMER = speaker(4, 'redeemer', 'Redeemer');
export const FEED = speaker(5, 'reserveFeed', 'T-bills', 8);
export const USDC = speaker(6, 'reserveAsset', 'USDC', 6);
export const USDT = speaker(7, 'reserveAsset', 'USDT', 6);
export const REGISTRY = speaker(8, 'assetRegistry', 'AssetRegistry');
export const ASSET_TOKEN = speaker(9, 'assetToken', 'AssetToken');
export const DISTRIBUTOR = speaker(10, 'revenueDistributor', 'RevenueDistributor');
export const BRIDGE = speaker(11, 'bridge', 'Bridge');
export const PRICE_FEED = speaker(12, 'aidPriceFeed', 'AID / USD', 8);
export const MIGRATION = speaker(13, 'migration', 'Migration');

const ROLE_OF = new Map(
  [AID, SAID, MINTER, REDEEMER, FEED, USDC, REGISTRY, ASSET_TOKEN, DISTRIBUTOR, BRIDGE].map((one) => [
    one.address,
    one.role,
  ]),
);

/** The fields of a movement between two accounts, with the roles that the contracts above play. */
export const movement = (from: string, to: string, amount: bigint, tokenId: bigint | null = null) => {
  const roles = {fromRole: ROLE_OF.get(from) ?? null, toRole: ROLE_OF.get(to) ?? null};
  return {from, to, ...roles, amount, tokenId};
};

/** Who says a report; its address is the report's id. */
export const ISSUER: Speaker = {address: `0x${'e'.repeat(64)}`, role: 'report', name: 'GAIB', decimals: null};

export const ALICE = address(0xa11ce);
export const BOB = address(0xb0b);
export const CAROL = address(0xca401);

/** A bytes32 that spells `name`. */
export const assetIdOf = (name: string): string => `0x${Buffer.from(name, 'ascii').toString('hex').padEnd(64, '0')}`;

/** Where an event happens; what is left out is the first log of block 1, said by the contract that says such things. */
export interface Place {
  readonly height?: number;
  readonly logIndex?: number;
  readonly part?: number;
  readonly at?: number;
  readonly by?: Speaker;
  /** Of a reading: found at `height`, but of an earlier block's state */
  readonly earlier?: boolean;
  /** Logs of the same number are one transaction's; by default each has its own */
  readonly tx?: number;
  readonly chainId?: number;
}

export const timeOf = (height: number): number => GENESIS_AT + height * SECONDS_PER_BLOCK;

const VIEWS_PER_READING = 5;

export function metaOf(type: EventType, place: Place = {}): EventMeta {
  const {height = 1, logIndex = 0, part = 0, at = timeOf(height), by = SPEAKERS[type] ?? SAID, earlier = false} = place;
  const {tx = height * 1000 + logIndex, chainId = CHAIN_ID} = place;
  const causes = recordsOf(type, {chainId, height, logIndex, earlier});
  return {
    ...by,
    chainId,
    height,
    blockHash: hash('b', height),
    at,
    txHash: isLog(type) ? hash('7', tx) : '',
    record: causes[0] ?? '',
    part,
    causes,
  };
}

const isLog = (type: EventType): boolean => type !== 'NavObserved' && type !== 'ReportAttested';

type RecordPlace = Readonly<{chainId: number; height: number; logIndex: number; earlier: boolean}>;

function recordsOf(type: EventType, {chainId, height, logIndex, earlier}: RecordPlace): string[] {
  if (type === 'ReportAttested') return [reportRecordId(chainId, height, logIndex)];
  if (type !== 'NavObserved') return [logRecordId(chainId, height, logIndex)];
  return Array.from({length: VIEWS_PER_READING}, (_, i) => readingRecordId(chainId, height, logIndex + i, earlier));
}

/** An event of the domain at a place. */
export function event<T extends EventType>(type: T, fields: EventFields[T], place: Place = {}): EventOf<T> {
  return {type, ...fields, meta: metaOf(type, place)} as unknown as EventOf<T>;
}

/** The same for a body whose type is not known in advance. */
export const placed = (body: EventBody, place: Place = {}): DomainEvent => ({...body, meta: metaOf(body.type, place)});

type Evolve<R, E> = (row: R | undefined, event: E) => R | undefined;

/** Given what happened to a row, when more happens, then the row is so, or the fold refuses. */
export function given<R extends object, E>(evolve: Evolve<R, E>, ...history: readonly NoInfer<E>[]) {
  const fold = (events: readonly E[], row?: R): R | undefined =>
    events.reduce<R | undefined>((before, one) => evolve(before, one) ?? before, row);
  return {
    when: (...events: readonly E[]) => {
      const row = (): R | undefined => fold(events, fold(history));
      return {
        row,
        then: (expected: Partial<R>): void => expect(row()).toMatchObject(expected),
        thenNoRow: (): void => expect(row()).toBeUndefined(),
        thenRefused: (sentence: string): void => {
          expect(row).toThrow(InvariantError);
          expect(row).toThrow(sentence);
        },
      };
    },
  };
}

const hash = (letter: string, n: number): string => `0x${letter}${n.toString(16).padStart(63, '0')}`;

const SPEAKERS: Partial<Record<EventType, Speaker>> = {
  LogUnrecognized: AID,
  TokenTransferred: AID,
  PaymentReferenced: AID,
  FlashMinted: AID,
  AidMigrated: MIGRATION,
  DenyListChanged: AID,
  RoleGranted: AID,
  RoleRevoked: AID,
  RoleAdminChanged: AID,
  PauseChanged: AID,
  ContractUpgraded: AID,
  BridgeSent: BRIDGE,
  BridgeReceived: BRIDGE,
  BridgePeerSet: BRIDGE,
  PriceAnswered: PRICE_FEED,
  ReserveMoved: MINTER,
  CollateralConfigured: MINTER,
  WhitelistUpdated: MINTER,
  RedeemLimitSet: REDEEMER,
  FeesConfigured: DISTRIBUTOR,
  AidMinted: MINTER,
  AidRedeemed: REDEEMER,
  TbillMoved: MINTER,
  CustodyTransferred: USDC,
  ReserveAnswered: FEED,
  AssetRegistered: REGISTRY,
  AssetStatusChanged: REGISTRY,
  AssetAttested: REGISTRY,
  AssetValued: REGISTRY,
  RevenueReceived: DISTRIBUTOR,
  RevenueDistributed: DISTRIBUTOR,
  RevenuePaid: DISTRIBUTOR,
  PaymentMissed: DISTRIBUTOR,
  ReserveFundDrawn: DISTRIBUTOR,
  ReportAttested: ISSUER,
};
