import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {UserError} from '../domain/errors';

const run = promisify(execFile);

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/**
 * The user PostgreSQL runs as, since it refuses to run as root: `postgres`, created when it is missing. Undefined when
 * we are not root, where it runs as ourselves.
 * @throws UserError when the user can neither be found nor created
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUp();
  if (found !== undefined) return found;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  } catch (error) {
    const createdMeanwhile = await lookUp();
    if (createdMeanwhile !== undefined) return createdMeanwhile;
    throw new UserError(
      `PostgreSQL cannot run as root and the system user ${NAME} could not be created ` +
        `(${(error as Error).message.trim().split('\n').pop()}): create it, run as another user, or set DB_URL.`,
    );
  }
  const created = await lookUp();
  if (created === undefined)
    throw new UserError(`The system user ${NAME} was created but cannot be found: set DB_URL.`);
  return created;
}

async function lookUp(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, NAME])));
    return {uid: parseInt(String(uid?.stdout), 10), gid: parseInt(String(gid?.stdout), 10)};
  } catch {
    return undefined;
  }
}
