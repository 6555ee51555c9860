import {mineBlock, type Tx} from '../../devnet/mining';
import {account, LocalChain, type Deployed} from './localChain';
import {borrower, deployProtocol, operator, stakeNew, WAD, type Protocol} from './protocol';

/** Half of it is the new balance of somebody who held no AID. */
const GAS_OF_A_REQUEST = 46_000;
const DAY = 86_400;
const OWNERS = Array.from({length: 500}, (_, i) => account(`owner ${i}`));

let chain: LocalChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await stakeNew(chain, protocol, borrower, 10_000n * WAD);
});
afterAll(() => chain.stop());

const call = (from: string, {address, abi}: Deployed, method: string, ...args: readonly unknown[]): Tx => ({
  label: method,
  from,
  to: address,
  data: abi.encodeFunctionData(method, args),
});

/** Each of the owners asks for ten shares back. */
async function askBack(owners: readonly string[]): Promise<void> {
  for (let i = 0; i < owners.length; i += 100) {
    const txs = owners.slice(i, i + 100).flatMap((owner) => {
      const {said} = protocol;
      return [call(borrower, said, 'transfer', owner, 10n * WAD), call(owner, said, 'unstake', 10n * WAD)];
    });
    await mineBlock(chain.rpc, txs, {isAlone: true});
  }
}

test.each([
  ['FIFO', 0],
  ['PRO_RATA', 1],
] as const)('%s settles 500 requests in one block of 30 million gas', async (_name, policy) => {
  const {said} = protocol;
  const clean = await chain.rpc.call<string>('evm_snapshot');
  const now = (await chain.now()) + DAY;
  await chain.send(operator, said, 'openCycle', now, now + 10 * DAY, now + 20 * DAY, policy);
  await askBack(OWNERS);
  await chain.moveTo(now + 20 * DAY);
  const {from, to, data} = call(borrower, said, 'settleCycle', 1n);
  const gas = Number(await chain.rpc.call<string>('eth_estimateGas', {from, to, data, gasPrice: '0x0'}));
  expect(gas).toBeLessThan(OWNERS.length * GAS_OF_A_REQUEST);
  expect(gas).toBeLessThan(30_000_000);
  await chain.rpc.call('evm_revert', clean);
});
