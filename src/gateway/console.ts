import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {FastifyInstance} from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Shown in the console when it opens: the questions this project answers. */
const FIRST_QUERY = `{
  backing { ratio state reservesUsd liabilities asOf { height timestamp finality } }
  stakingYield { stakingNav unstakingNav markApy { marks value reason } }
  revenueDistribution { assetId gross netToVault paidToHolders currency }
}
`;

/**
 * The GraphiQL page on GET /graphql, with everything it needs served from here: the page works offline. Its files are
 * read once, so nothing but them can be asked for.
 */
export function serveConsole(app: FastifyInstance): void {
  const build = path.join(path.dirname(require.resolve('@subsquid/graphiql-console/package.json')), 'build');
  const page = readFileSync(path.join(build, 'index.html'), 'utf8')
    .replaceAll('/static/', 'console/static/')
    .replace('<link rel="manifest" href="/manifest.json"/>', '')
    .replace('${GRAPHQL_API}', 'graphql')
    .replace('${APP_TITLE}', 'gaib-squid')
    .replace('"${GRAPHQL_DEFAULT_QUERY}"', () => JSON.stringify(FIRST_QUERY));
  app.get('/graphql', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));

  for (const file of readdirSync(path.join(build, 'static'), {recursive: true, encoding: 'utf8'})) {
    const type = TYPES[path.extname(file)];
    if (type === undefined) continue;
    const content = readFileSync(path.join(build, 'static', file));
    const url = `/console/static/${file.split(path.sep).join('/')}`.replaceAll('~', encodeURIComponent('~'));
    app.get(url, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(content));
  }
}
