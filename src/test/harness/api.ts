import pino from 'pino';
import {loadConfig} from '../../config';
import {startGateway} from '../../gateway';

/** The API on a database, asked over HTTP as any client would. */
export interface Api {
  readonly url: string;
  query<T>(query: string): Promise<T>;
  close(): Promise<void>;
}

export async function openApi(dbUrl: string): Promise<Api> {
  const config = loadConfig({DB_URL: dbUrl});
  const gateway = await startGateway({config, port: 0, log: pino({level: 'silent'})});
  return {url: gateway.url, query: (query) => ask(gateway.url, query), close: () => gateway.close()};
}

/** Asks the API that listens at `url`. @throws Error with the errors it answers */
export async function ask<T>(url: string, query: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query}),
  });
  const {data, errors} = (await response.json()) as {data?: T; errors?: {message: string}[]};
  if (errors !== undefined || data === undefined) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}
