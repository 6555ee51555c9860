import {createServer} from 'node:net';
import {UserError} from '../domain/errors';
import {portInUse} from '../gateway';

/**
 * Checks that we may listen on a port, before anything is started that would have to be stopped again.
 * @throws UserError when it is taken or not allowed
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw portInUse(port);
    throw new UserError(`The port ${port} of ${host} cannot be listened on (${code ?? message}): choose another.`);
  }
  await new Promise((resolve) => probe.close(resolve));
}
