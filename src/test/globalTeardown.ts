import {rmSync} from 'node:fs';
import {forgetEmbeddedPostgres} from '../postgres/embedded';

export default async function globalTeardown(): Promise<void> {
  const {testPostgres, testDataDir} = globalThis as unknown as {
    testPostgres: {stop(): Promise<void>};
    testDataDir: string;
  };
  await testPostgres.stop();
  forgetEmbeddedPostgres(testDataDir);
  rmSync(testDataDir, {recursive: true, force: true});
}
