import {id, ZeroAddress, ZeroHash, zeroPadValue} from 'ethers';
import {account, LocalChain, type Deployed, type Happened} from './localChain';
import {admin, deployProtocol, giveAid, WAD, type Protocol} from './protocol';

const [alice, bob] = ['alice', 'bob'].map(account) as [string, string];
const endpoint = account('endpoint');
const HOME = 40_161;
const OUTPOST = 40_231;
const NOBODY = 40_999;
const PEER = zeroPadValue(account('adapter of the outpost'), 32);

let chain: LocalChain;
let protocol: Protocol;
let bridge: Deployed;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  bridge = await chain.deploy('AidOFTAdapter', [protocol.aid.address, HOME, admin], admin);
  await chain.send(admin, protocol.aid, 'grantRole', id('BRIDGE_MINTER_ROLE'), bridge.address);
  await chain.send(admin, bridge, 'grantRole', id('ENDPOINT_ROLE'), endpoint);
  await chain.send(admin, bridge, 'setPeer', OUTPOST, PEER);
  await giveAid(chain, protocol, alice, 1_000n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const aidOf = (who: string): Promise<bigint> => chain.read(protocol.aid, 'balanceOf', who);
const supply = (): Promise<bigint> => chain.read(protocol.aid, 'totalSupply');
const send = (amount: bigint): Promise<Happened[]> => chain.send(alice, bridge, 'send', OUTPOST, amount);
const sendRefusal = (eid: number, amount: bigint): Promise<string | undefined> =>
  chain.refusal(alice, bridge, 'send', eid, amount);
const arrival = (guid: string, amount: bigint): [Deployed, string, string, number, string, bigint] => [
  bridge,
  'receiveMessage',
  guid,
  OUTPOST,
  bob,
  amount,
];

test('what is sent is burned, and told with the message, the chain, and who sent how much', async () => {
  const before = await supply();
  const logs = await send(100n * WAD);
  const guid = logs[1]?.args['guid'];
  expect(logs.map(({name, args}) => [name, args])).toEqual([
    ['Transfer', {from: alice, to: ZeroAddress, value: 100n * WAD}],
    [
      'OFTSent',
      {
        guid,
        dstEid: BigInt(OUTPOST),
        fromAddress: alice,
        amountSentLD: 100n * WAD,
        amountReceivedLD: 100n * WAD,
      },
    ],
  ]);
  expect(await supply()).toBe(before - 100n * WAD);
  expect((await send(WAD))[1]?.args['guid']).not.toBe(guid);
});

test('what is below six decimals stays with the sender; nothing but that cannot be sent', async () => {
  const logs = await send(5n * WAD + 10n ** 12n + 999_999_999_999n);
  expect(logs[1]?.args).toMatchObject({amountSentLD: 5n * WAD + 10n ** 12n, amountReceivedLD: 5n * WAD + 10n ** 12n});
  expect(await aidOf(alice)).toBe(995n * WAD - 10n ** 12n);
  expect(await sendRefusal(OUTPOST, 999_999_999_999n)).toBe('NothingLeft');
  expect(await sendRefusal(OUTPOST, 0n)).toBe('NothingLeft');
});

test('a chain without a peer is neither sent to nor heard', async () => {
  expect(await sendRefusal(NOBODY, WAD)).toBe('NoPeer');
  expect(await chain.refusal(endpoint, bridge, 'receiveMessage', id('a'), NOBODY, bob, WAD)).toBe('NoPeer');
  const logs = await chain.send(admin, bridge, 'setPeer', OUTPOST, ZeroHash);
  expect(logs.map(({name, args}) => [name, args])).toEqual([['PeerSet', {eid: BigInt(OUTPOST), peer: ZeroHash}]]);
  expect(await sendRefusal(OUTPOST, WAD)).toBe('NoPeer');
  expect(await chain.refusal(alice, bridge, 'setPeer', OUTPOST, PEER)).toBe('AccessControlUnauthorizedAccount');
});

test('a message mints what was burned elsewhere, once', async () => {
  const before = await supply();
  const logs = await chain.send(endpoint, ...arrival(id('message'), 40n * WAD));
  expect(logs.map(({name, args}) => [name, args])).toEqual([
    ['Transfer', {from: ZeroAddress, to: bob, value: 40n * WAD}],
    ['OFTReceived', {guid: id('message'), srcEid: BigInt(OUTPOST), toAddress: bob, amountReceivedLD: 40n * WAD}],
  ]);
  expect([await supply(), await aidOf(bob)]).toEqual([before + 40n * WAD, 40n * WAD]);
  expect(await chain.refusal(endpoint, ...arrival(id('message'), 40n * WAD))).toBe('AlreadyReceived');
  expect(await chain.refusal(alice, ...arrival(id('other'), WAD))).toBe('AccessControlUnauthorizedAccount');
});

test('there and back leaves the supply as it was', async () => {
  const before = await supply();
  const sent = (await send(77n * WAD + 123n))[1]?.args['amountReceivedLD'] as bigint;
  await chain.send(endpoint, ...arrival(id('back'), sent));
  expect(await supply()).toBe(before);
});

test('a message that cannot be minted now, for a pause or a denied receiver, can be delivered later', async () => {
  const {aid} = protocol;
  await chain.send(admin, aid, 'pause');
  expect(await sendRefusal(OUTPOST, WAD)).toBe('EnforcedPause');
  expect(await chain.refusal(endpoint, ...arrival(id('late'), WAD))).toBe('EnforcedPause');
  await chain.send(admin, aid, 'unpause');
  await chain.send(admin, aid, 'grantRole', id('DENY_LIST_GUARD_ROLE'), admin);
  await chain.send(admin, aid, 'addToDenyList', [bob]);
  expect(await chain.refusal(endpoint, ...arrival(id('late'), WAD))).toBe('DeniedAddress');
  await chain.send(admin, aid, 'removeFromDenyList', [bob]);
  await chain.send(endpoint, ...arrival(id('late'), WAD));
});

test('only a bridge mints and burns for the bridge', async () => {
  for (const method of ['bridgeMint', 'bridgeBurn']) {
    expect(await chain.refusal(alice, protocol.aid, method, alice, 1n)).toBe('AccessControlUnauthorizedAccount');
  }
});
