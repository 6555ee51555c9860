import {findEndpoint} from '../chain/endpoint';
import {loadLabels} from '../chain/labels';
import {loadNetwork} from '../chain/networks';
import {loadConfig} from '../config';
import {createLog} from '../log';
import {runProcessor} from '../main';
import {openDatabase} from '../postgres/database';
import {checkNode} from '../preflight';
import {startHeartbeat} from '../supervisor/heartbeat';
import {interruption} from '../supervisor/interrupt';
import {Lifecycle} from '../supervisor/lifecycle';
import {takeWriterLock} from '../writerLock';
import {prepareDatabase} from './prepareDatabase';

export interface ProcessOptions {
  readonly network: string;
  readonly to?: number;
}

/** Indexes one chain until it is stopped, or until block `to` is committed. */
export async function processCommand(options: ProcessOptions): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const network = loadNetwork(options.network, config.dataDir);
  const labels = loadLabels(network.name, config.dataDir);
  const endpoint = await findEndpoint(network, config);
  const headHeight = await checkNode(network, endpoint.rpcUrl);
  const lifecycle = new Lifecycle((what, error) => log.error({err: error}, `stopping ${what}`));

  const hasSupervisor = process.send !== undefined;
  // Its supervisor is gone when the channel closes; without one, nobody would ever stop this process.
  if (hasSupervisor) process.once('disconnect', () => process.exit(1));
  const interrupted = interruption(() => process.exit(130));

  try {
    const database = await lifecycle.start(
      'PostgreSQL',
      () => openDatabase(config, (line) => log.info(line)),
      // The SDK's connections end only with this process.
      (opened) => opened.stopAtExit(),
    );
    const dbUrl = database.url;
    await lifecycle.start(
      'writer lock',
      () => takeWriterLock(dbUrl, network.chainId),
      (release) => release(),
    );
    await prepareDatabase(dbUrl, network, endpoint);
    const to = options.to === undefined ? {} : {to: options.to};
    await runProcessor({network, labels, endpoint, headHeight, logLevel: config.logLevel, dbUrl, ...to});
    if (!hasSupervisor) {
      await lifecycle.start(
        'heartbeat',
        () => startHeartbeat(network.chainId, endpoint, dbUrl, log),
        (heartbeat) => heartbeat.stop(),
      );
    }
    await interrupted;
  } finally {
    await lifecycle.close();
  }
}
