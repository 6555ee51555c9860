import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Manifest} from '@subsquid/manifest';
import {PROJECT_DIR} from '../config';

const file = (name: string): string => path.join(PROJECT_DIR, name);

describe("the squid's own files are accepted by the tools that read them", () => {
  test('squid.yaml is a valid manifest', () => {
    const {error, value} = Manifest.parse(readFileSync(file('squid.yaml'), 'utf8'));
    expect(error).toBeUndefined();
    expect(value?.toObject().deploy?.processor?.map(({name}) => name)).toEqual(['ethereum']);
  });

  test('commands.json is listed by squid-commands, with the usual names', () => {
    const listed = spawnSync(process.execPath, [require.resolve('@subsquid/commands/bin/run.js')], {
      cwd: PROJECT_DIR,
      encoding: 'utf8',
    });
    expect(listed.stderr).toBe('');
    for (const name of ['build', 'up', 'down', 'codegen', 'typegen', 'migration:apply', 'process', 'serve']) {
      expect(listed.stdout).toContain(name);
    }
  });

  const compose = spawnSync('docker-compose', ['--version']).status === 0;
  (compose ? test : test.skip)('docker-compose.yml is a valid composition (needs docker-compose)', () => {
    const checked = spawnSync('docker-compose', ['-f', file('docker-compose.yml'), 'config', '-q'], {encoding: 'utf8'});
    expect(checked.stderr).toBe('');
    expect(checked.status).toBe(0);
  });
});
