import {accessSync, constants, existsSync, mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {UserError} from './domain/errors';

/**
 * Creates the data directory where it is missing. Step by step, because node's own recursive way never ends where a
 * file system refuses new entries as /proc does.
 * @throws UserError when it cannot be created or written to
 */
export function createDataDirectory(dataDir: string): void {
  const missing: string[] = [];
  for (let directory = dataDir; !existsSync(directory); directory = path.dirname(directory)) missing.unshift(directory);
  try {
    for (const directory of missing) mkdirSync(directory);
    if (!statSync(dataDir).isDirectory()) throw new Error('it is no folder');
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new UserError(
      `DATA_DIR ${dataDir} cannot be used (${code ?? message}): set it to a folder that can be written to.`,
    );
  }
}
