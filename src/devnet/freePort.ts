import {createServer} from 'node:net';
import {UserError} from '../domain/errors';

/**
 * A free TCP port on 127.0.0.1.
 * @param wanted this very port, or undefined for any
 * @throws UserError when the wanted port is taken
 */
export function freePort(wanted?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken && wanted !== undefined
          ? new UserError(
              `Port ${wanted} on 127.0.0.1 cannot be used for the local chain (${error.code}): choose another.`,
            )
          : error,
      );
    });
    probe.listen({port: wanted ?? 0, host: '127.0.0.1'}, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : (wanted ?? 0);
      probe.close(() => resolve(port));
    });
  });
}
