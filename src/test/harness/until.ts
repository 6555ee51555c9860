import {setTimeout as sleep} from 'node:timers/promises';

const STEP_MS = 50;

/**
 * Asks until the answer is something, and answers it.
 * @param what for the message: what was waited for
 * @throws Error with `detail()` when nothing came within the limit
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs: number,
  detail: () => string = () => '',
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Within ${limitMs / 1000} s not seen: ${what}\n${detail()}`);
    await sleep(STEP_MS);
  }
}
