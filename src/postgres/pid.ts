import {existsSync, readFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';

/** Sends a signal; false when there is no such process any more. */
export function sendSignal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return true;
    throw error;
  }
}

/** Whether a process still runs. A dead one that nobody has reaped, as in a container without an init, does not. */
export function isAlive(pid: number): boolean {
  if (pid <= 0 || !sendSignal(pid, 0)) return false;
  return !/^\d+ \(.*\) Z/s.test(readProc(pid, 'stat') ?? '');
}

/** The command line of a process, where the system tells it. */
export const commandLine = (pid: number): string | undefined => readProc(pid, 'cmdline');

function readProc(pid: number, file: string): string | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Asks every 25 ms until the condition holds (true), time is over or there is no hope left (false). */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  hopeless: () => boolean = () => false,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !hopeless()) {
    if (await condition()) return true;
    await sleep(25);
  }
  return false;
}
