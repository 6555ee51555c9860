import {loadConfig} from '../config';
import {UserError} from '../domain/errors';
import {startGateway} from '../gateway';
import {createLog} from '../log';
import {openDatabase, withConnection} from '../postgres/database';
import {interruption} from '../supervisor/interrupt';
import {Lifecycle} from '../supervisor/lifecycle';
import {checkPort} from '../supervisor/port';

export interface ServeOptions {
  readonly port?: number;
  readonly host: string;
}

/** Serves the API of a database until it is stopped. */
export async function serveCommand(options: ServeOptions): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const port = options.port ?? config.httpPort;
  await checkPort(port, options.host);
  const lifecycle = new Lifecycle((what, error) => log.error({err: error}, `stopping ${what}`));
  const interrupted = interruption(() => process.exit(130));
  try {
    const database = await lifecycle.start(
      'PostgreSQL',
      () => openDatabase(config, (line) => log.info(line)),
      (opened) => opened.stopIfUnused(),
    );
    const isEmpty = await withConnection(database.url, 'The database', async (db) => {
      const {rows} = await db.query<{empty: boolean}>(`SELECT to_regclass('chain') IS NULL AS empty`);
      return rows[0]?.empty === true;
    });
    if (isEmpty) throw new UserError(`${database.shown} holds nothing of ours yet: run up or process first.`);
    const gateway = await lifecycle.start(
      'API',
      () => startGateway({config: {...config, dbUrl: database.url}, port, host: options.host, log}),
      (started) => started.close(),
    );
    process.stdout.write(`GraphQL ${gateway.url}/graphql\n`);
    await interrupted;
  } finally {
    await lifecycle.close();
  }
}
