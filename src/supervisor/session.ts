import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {isAlive} from '../postgres/pid';

/** What a running supervisor tells other commands of the same data directory. */
export interface Session {
  readonly pid: number;
  /** Where the API listens */
  readonly url: string;
  /** RPC endpoints it found out itself, by network name */
  readonly rpc: Readonly<Record<string, string>>;
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'session.json');

export function writeSession(dataDir: string, session: Session): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(session)}\n`, {mode: 0o600});
}

export const removeSession = (dataDir: string): void => rmSync(fileOf(dataDir), {force: true});

/** The session of the supervisor that runs now; one left behind by a killed process is none. */
export function readSession(dataDir: string): Session | undefined {
  if (!existsSync(fileOf(dataDir))) return undefined;
  const session = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Session;
  return isAlive(session.pid) ? session : undefined;
}
