import type {ChainOracle} from './chainOracle';
import type {Product} from './product';

/** A product that has indexed everything, and the chain that it indexed. */
export interface Seen {
  readonly product: Product;
  readonly chain: ChainOracle;
  readonly head: number;
}

/** Known only once the product has started, while tests are declared before. */
export type Context = () => Seen;

/** The head, and two blocks in the past. */
export const blocksOf = ({head}: Seen): number[] => [1, 0.65, 0.45].map((share) => Math.floor(head * share));

/** The answer to each key, asked for once. */
export function once<K extends string | number, A>(ask: (key: K) => Promise<A>): (key: K) => Promise<A> {
  const answers = new Map<K, Promise<A>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
