import {ADMIN, ISSUER, account} from './accounts';
import {startAnvil, type Anvil} from './anvil';
import {deployProtocol} from './deploy';
import {mineBlock} from './mining';
import type {Protocol} from './protocol';
import {Rpc, UnreachableError} from './rpc';

describe('mining', () => {
  let anvil: Anvil;
  let rpc: Rpc;
  let protocol: Protocol;

  beforeAll(async () => {
    anvil = await startAnvil({genesisTimestamp: 1_761_868_800});
    rpc = new Rpc(anvil.url);
    protocol = await deployProtocol(rpc);
  });

  afterAll(() => anvil.stop());

  it('deploys at the same addresses on every fresh chain', async () => {
    const other = await startAnvil();
    try {
      expect((await deployProtocol(new Rpc(other.url))).address).toEqual(protocol.address);
    } finally {
      await other.stop();
    }
  });

  it.each([true, false])('keeps the order of many transactions (alone on the node: %s)', async (isAlone) => {
    const people = Array.from({length: 150}, (_, i) => account(`somebody ${i % 40}`));
    const txs = people.map((who, i) => protocol.call(ISSUER, 'usdc', 'mint', who, BigInt(i + 1)));
    const {logs, transactionHashes} = await mineBlock(rpc, txs, {isAlone});
    expect(logs.map(({data}) => Number(data))).toEqual(people.map((_, i) => i + 1));
    expect(new Set(transactionHashes).size).toBe(people.length);
  });

  it('gives equal calls of different senders different hashes', async () => {
    const txs = [account('one'), account('two')].map((who) => protocol.call(who, 'aid', 'approve', ADMIN, 1n));
    const {transactionHashes} = await mineBlock(rpc, txs);
    expect(new Set(transactionHashes).size).toBe(2);
  });

  it('names the action that reverted, and why', async () => {
    const stranger = account('stranger');
    const mint = protocol.call(stranger, 'minter', 'mint', protocol.address.usdc, 1_000_000n, stranger);
    await expect(mineBlock(rpc, [mint])).rejects.toThrow(
      /minter\.mint reverted in block \d+\.\nreason: NotWhitelisted\(0x/,
    );
  });

  it('mines 12 s after the newest block when no time is named', async () => {
    const first = await mineBlock(rpc, [], {timestamp: 2_000_000_000});
    expect((await mineBlock(rpc, [])).timestamp).toBe(2_000_000_012);
    const head = await rpc.call<{timestamp: string}>('eth_getBlockByNumber', 'latest', false);
    expect([first.timestamp, Number(head.timestamp)]).toEqual([2_000_000_000, 2_000_000_012]);
  });

  it('says that nobody answers once the node has ended', async () => {
    const other = await startAnvil();
    await other.stop();
    await other.stop();
    await expect(new Rpc(other.url).call('eth_chainId')).rejects.toThrow(UnreachableError);
  });
});
