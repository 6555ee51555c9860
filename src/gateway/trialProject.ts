import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {PROJECT_DIR} from '../config';

/** One resolver class, compiled by hand: what a session is like, a write, a slow query, bad input. */
const RESOLVERS = `
require('reflect-metadata');
const {Arg, Int, Query, Resolver} = require('type-graphql');
const {GraphQLError} = require('graphql');
class Probe {
  constructor(tx) { this.tx = tx; }
  async session() {
    const em = await this.tx();
    const [row] = await em.query("SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only') AS s");
    return row.s;
  }
  async write() { await (await this.tx()).query("INSERT INTO note (id, body) VALUES ('x', 'y')"); return 'written'; }
  async sleep() { await (await this.tx()).query('SELECT pg_sleep(6)'); return 'slept'; }
  async even(n) {
    if (n % 2) throw new GraphQLError('n must be even', null, null, null, null, null, {code: 'BAD_USER_INPUT'});
    return 'even';
  }
}
for (const name of ['session', 'write', 'sleep', 'even']) {
  const types = name === 'even' ? [Number] : [];
  Reflect.defineMetadata('design:paramtypes', types, Probe.prototype, name);
  Reflect.defineMetadata('design:returntype', Promise, Probe.prototype, name);
  Query(() => String)(Probe.prototype, name, Object.getOwnPropertyDescriptor(Probe.prototype, name));
}
Arg('n', () => Int)(Probe.prototype, 'even', 0);
Resolver()(Probe);
exports.Probe = Probe;
`;

/** For tests: a project of one entity and one resolver class, as the GraphQL server expects to find it. */
export function writeTrialProject(directory: string): void {
  for (const folder of ['lib/model', 'lib/server-extension/resolvers']) {
    mkdirSync(path.join(directory, folder), {recursive: true});
  }
  symlinkSync(path.join(PROJECT_DIR, 'node_modules'), path.join(directory, 'node_modules'));
  writeFileSync(path.join(directory, 'schema.graphql'), 'type Note @entity { id: ID! body: String! }');
  writeFileSync(path.join(directory, 'lib/model/index.js'), '');
  writeFileSync(path.join(directory, 'lib/server-extension/resolvers/index.js'), RESOLVERS);
}
