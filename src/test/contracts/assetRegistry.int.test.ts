import {encodeBytes32String, id} from 'ethers';
import {account, LocalChain, type Deployed} from './localChain';
import {admin, deployProtocol, type Protocol, WAD} from './protocol';

const [PENDING, ACTIVE, DELINQUENT, DEFAULTED, MATURED, LIQUIDATED] = [0, 1, 2, 3, 4, 5] as const;
const LEGAL: readonly (readonly [number, number])[] = [
  [PENDING, ACTIVE],
  [ACTIVE, DELINQUENT],
  [ACTIVE, MATURED],
  [DELINQUENT, ACTIVE],
  [DELINQUENT, DEFAULTED],
  [DELINQUENT, MATURED],
  [DEFAULTED, LIQUIDATED],
  [DEFAULTED, MATURED],
];
/** A legal way from Pending to each status. */
const WAY: readonly (readonly number[])[] = [
  [],
  [ACTIVE],
  [ACTIVE, DELINQUENT],
  [ACTIVE, DELINQUENT, DEFAULTED],
  [ACTIVE, MATURED],
  [ACTIVE, DELINQUENT, DEFAULTED, LIQUIDATED],
];
const LEGAL_KIND = encodeBytes32String('LEGAL');
const alice = account('alice');
const auditor = account('auditor');

let chain: LocalChain;
let protocol: Protocol;
let registry: Deployed;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  registry = protocol.assetRegistry;
});
afterAll(() => chain.stop());

/** The fields of AssetRegistered, in order. */
function registration(assetId: string): unknown[] {
  return [assetId, protocol.assetToken.address, id('SP1'), 1, 0, 5_000n * WAD, 1_500, 100, 200, 'ipfs://deal'];
}

test('an asset is registered once, as Pending, with the terms that the event tells', async () => {
  const assetId = id('once');
  const [log, ...others] = await chain.send(admin, registry, 'register', registration(assetId));
  expect(others).toEqual([]);
  expect(Object.values(log?.args ?? {})).toEqual(
    registration(assetId).map((field) => (typeof field === 'number' ? BigInt(field) : field)),
  );
  expect(await chain.read(registry, 'statusOf', assetId)).toBe(0n);
  expect((await chain.read<unknown[]>(registry, 'registrationOf', assetId))[5]).toBe(5_000n * WAD);
  expect(await chain.refusal(admin, registry, 'register', registration(assetId))).toBe('AlreadyRegistered');
  const broken = (field: number, value: unknown): unknown[] => registration(id('broken')).with(field, value);
  for (const [field, value] of [
    [0, `0x${'0'.repeat(64)}`],
    [3, 3],
    [4, 3],
    [5, 0n],
    [8, 100],
  ] as const) {
    expect(await chain.refusal(admin, registry, 'register', broken(field, value))).toBe('InvalidRegistration');
  }
  expect(await chain.refusal(alice, registry, 'register', registration(id('other')))).toBe(
    'AccessControlUnauthorizedAccount',
  );
});

test('of all 36 changes of status (and unknown ones) exactly the legal pass', async () => {
  for (let from = PENDING; from <= LIQUIDATED; from++) {
    const assetId = id(`from ${from}`);
    await chain.send(admin, registry, 'register', registration(assetId));
    for (const status of WAY[from] ?? []) await chain.send(admin, registry, 'setStatus', assetId, status);
    for (let to = PENDING; to <= LIQUIDATED + 1; to++) {
      if (LEGAL.some(([a, b]) => a === from && b === to)) {
        const clean = await chain.rpc.call<string>('evm_snapshot');
        const [log] = await chain.send(admin, registry, 'setStatus', assetId, to);
        expect(log?.args).toEqual({assetId, oldStatus: BigInt(from), newStatus: BigInt(to)});
        expect(await chain.read(registry, 'statusOf', assetId)).toBe(BigInt(to));
        await chain.rpc.call('evm_revert', clean);
      } else {
        expect([from, to, await chain.refusal(admin, registry, 'setStatus', assetId, to)]).toEqual([
          from,
          to,
          'IllegalTransition',
        ]);
      }
    }
  }
  expect(await chain.refusal(admin, registry, 'setStatus', id('unknown'), ACTIVE)).toBe('NotRegistered');
});

test('only an allowed attestor attests, of the kind he is allowed, and not of the future', async () => {
  const assetId = id('attested');
  await chain.send(admin, registry, 'register', registration(assetId));
  const now = await chain.now();
  const attest = (who: string, kind: string, asOf: number): Parameters<LocalChain['send']> => [
    who,
    registry,
    'attest',
    assetId,
    kind,
    asOf,
    id('data'),
    'ipfs://proof',
  ];
  expect(await chain.refusal(...attest(auditor, LEGAL_KIND, now))).toBe('NotAttestor');
  expect((await chain.send(admin, registry, 'setAttestor', auditor, LEGAL_KIND, true)).map(({name}) => name)).toEqual([
    'AttestorSet',
  ]);
  expect(await chain.send(admin, registry, 'setAttestor', auditor, LEGAL_KIND, true)).toEqual([]);
  const [log] = await chain.send(...attest(auditor, LEGAL_KIND, now));
  expect(log?.args).toEqual({
    assetId,
    attestor: auditor,
    kind: LEGAL_KIND,
    asOf: BigInt(now),
    dataHash: id('data'),
    uri: 'ipfs://proof',
  });
  expect(await chain.read(registry, 'attestedHash', assetId, LEGAL_KIND, auditor)).toBe(id('data'));
  expect(await chain.refusal(...attest(auditor, encodeBytes32String('FINANCIAL'), now))).toBe('NotAttestor');
  expect(await chain.refusal(...attest(auditor, LEGAL_KIND, now + 3_600))).toBe('AsOfInFuture');
});

test('valuations go forward in time', async () => {
  const assetId = id('valued');
  await chain.send(admin, registry, 'register', registration(assetId));
  const now = await chain.now();
  const value = (asOf: number): Parameters<LocalChain['send']> => [
    admin,
    registry,
    'recordValuation',
    assetId,
    asOf,
    4n * WAD,
    6n * WAD,
    8_700,
  ];
  const [log] = await chain.send(...value(now));
  expect(log?.args).toEqual({
    assetId,
    asOf: BigInt(now),
    outstandingPrincipal: 4n * WAD,
    collateralValue: 6n * WAD,
    utilizationBps: 8_700n,
  });
  expect(await chain.read(registry, 'valuationOf', assetId)).toEqual([BigInt(now), 4n * WAD, 6n * WAD, 8_700n]);
  expect(await chain.refusal(...value(now - 1))).toBe('AsOfOutdated');
  expect(await chain.refusal(...value(now + 3_600))).toBe('AsOfInFuture');
});
