import {readFileSync} from 'node:fs';
import path from 'node:path';
import {DataSource} from 'typeorm';
import {PROJECT_DIR} from '../config';
import type {ChangeLog} from '../domain/publishedVersions';
import {chooseChain, loadChains} from '../server-extension/chains';

/** A connection to read the index and write publications with. */
export const openSource = (dbUrl: string): Promise<DataSource> =>
  new DataSource({type: 'postgres', url: dbUrl, poolSize: 1, applicationName: 'gaib-squid publisher'}).initialize();

/** docs/methodology.json: what changed with each version of a formula. */
export const readChangeLog = (): ChangeLog =>
  JSON.parse(readFileSync(path.join(PROJECT_DIR, 'docs', 'methodology.json'), 'utf8')) as ChangeLog;

/**
 * The chain whose days are published: the one that histories are about.
 * @throws BadInput when nothing is indexed
 */
export const publishedChain = async (source: DataSource): Promise<number> =>
  chooseChain(await loadChains(source.manager)).chainId;
