import {Interface, encodeBytes32String} from 'ethers';
import {account} from './accounts';
import {calldata} from './calldata';

const abi = new Interface([
  'function plain(address who, bytes32 id, uint64 at, uint256 amount)',
  'function flag(bool on)',
  'function text(string uri)',
]);

describe('calldata', () => {
  it('equals what ethers encodes, for plain arguments and others', () => {
    const plain = [account('one'), encodeBytes32String('GPU-01'), 1_761_868_800, 2n ** 255n + 1n];
    expect(calldata(abi, 'plain', plain)).toBe(abi.encodeFunctionData('plain', plain));
    expect(calldata(abi, 'flag', [true])).toBe(abi.encodeFunctionData('flag', [true]));
    expect(calldata(abi, 'text', ['ipfs://x'])).toBe(abi.encodeFunctionData('text', ['ipfs://x']));
  });

  it('refuses what is not there or does not fit', () => {
    expect(() => calldata(abi, 'nothing', [])).toThrow();
    expect(() => calldata(abi, 'plain', [account('one')])).toThrow();
    expect(() => calldata(abi, 'plain', [account('one'), encodeBytes32String('x'), 1, -1n])).toThrow(/does not fit/);
  });
});
