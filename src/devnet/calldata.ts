import type {FunctionFragment, Interface} from 'ethers';

interface Method {
  readonly fragment: FunctionFragment;
  /** Every argument fills one word: nothing but numbers that are not negative, addresses and bytes32. */
  readonly isPlain: boolean;
}

const PLAIN = /^(address|bytes32|uint\d*)$/;
const known = new WeakMap<Interface, Map<string, Method>>();

/**
 * The data of a call. Plain arguments are written down directly: ethers looks methods up and checks addresses for every
 * call, which is a third of the work of a scenario.
 * @throws Error when the contract has no such method, or the arguments do not fit
 */
export function calldata(abi: Interface, name: string, args: readonly unknown[]): string {
  const {fragment, isPlain} = methodOf(abi, name);
  if (!isPlain || args.length !== fragment.inputs.length) return abi.encodeFunctionData(fragment, args);
  return fragment.selector + args.map(wordOf).join('');
}

function methodOf(abi: Interface, name: string): Method {
  const methods = known.get(abi) ?? new Map<string, Method>();
  known.set(abi, methods);
  const found = methods.get(name);
  if (found !== undefined) return found;
  const fragment = abi.getFunction(name);
  if (fragment === null) throw new Error(`There is no method ${name}.`);
  const method = {fragment, isPlain: fragment.inputs.every(({type}) => PLAIN.test(type))};
  methods.set(name, method);
  return method;
}

function wordOf(value: unknown): string {
  const digits =
    typeof value === 'string' ? value.toLowerCase().replace(/^0x/, '') : (value as bigint | number).toString(16);
  if (!/^[0-9a-f]{1,64}$/.test(digits)) throw new Error(`${String(value)} does not fit into a word.`);
  return digits.padStart(64, '0');
}
