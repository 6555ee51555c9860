import {id} from 'ethers';
import {account, LocalChain} from './localChain';
import {deployProtocol, operator, type Protocol} from './protocol';

const [alice, bob] = [account('alice'), account('bob')];

let chain: LocalChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
});
afterAll(() => chain.stop());

test('the holders of an asset token are those with a balance, and the balances sum to the supply', async () => {
  const {assetToken, said} = protocol;
  const assetId = id('held');
  const tokenId = BigInt(assetId);
  const holders = async (): Promise<string[]> =>
    [...(await chain.read<string[]>(assetToken, 'holdersOf', assetId))].sort();
  const move = (from: string, to: string, amount: bigint): Parameters<LocalChain['send']> => [
    from,
    assetToken,
    'safeTransferFrom',
    from,
    to,
    tokenId,
    amount,
    '0x',
  ];
  await chain.send(operator, assetToken, 'mint', said.address, assetId, 70n);
  await chain.send(operator, assetToken, 'mint', alice, assetId, 30n);
  expect(await holders()).toEqual([said.address, alice].sort());
  await chain.send(...move(alice, bob, 10n));
  expect(await holders()).toEqual([said.address, alice, bob].sort());
  await chain.send(...move(alice, bob, 20n));
  expect(await holders()).toEqual([said.address, bob].sort());
  await chain.send(...move(bob, bob, 30n));
  expect(await holders()).toEqual([said.address, bob].sort());
  const balances = await Promise.all(
    [said.address, alice, bob].map((who) => chain.read<bigint>(assetToken, 'balanceOf', who, tokenId)),
  );
  expect(balances).toEqual([70n, 0n, 30n]);
  expect(await chain.read(assetToken, 'totalSupply(uint256)', tokenId)).toBe(100n);
  expect(await chain.read(assetToken, 'outstandingOf', assetId)).toBe(100n);
  expect(await chain.refusal(alice, assetToken, 'recordRepayment', assetId, 1n)).toBe(
    'AccessControlUnauthorizedAccount',
  );
});
