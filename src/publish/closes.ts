import type {EntityManager} from 'typeorm';
import type {Measured} from '../domain/methodology';
import {publishedOf, type PublishedFamily, type PublishedName} from '../domain/published';
import {DEFAULT_YEAR} from '../domain/rates';
import {assetAnswers} from '../server-extension/assetAnswer';
import type {AsOfPoint, Held} from '../server-extension/asOf';
import {backingAnswers} from '../server-extension/backingAnswer';
import {contractsOf} from '../server-extension/chains';
import {publishedText} from '../server-extension/publishedPath';
import {knownAssets} from '../server-extension/revenueSums';
import {stakingYieldAnswers} from '../server-extension/stakingYieldAnswer';
import {supplyAnswers} from '../server-extension/supplyAnswer';
import {tokenStates} from '../server-extension/tokenStates';
import {usageAnswers} from '../server-extension/usageAnswer';
import {mainToken} from '../server-extension/usageToken';

/** A published metric as of a block, as text. */
export interface Close {
  readonly metric: PublishedName;
  /** Asset id, AID or SAID; '' where there is one */
  readonly key: string;
  readonly value: Measured<string>;
}

/**
 * Every published metric as of each block given, in ascending order of height: what the API answers there, because the
 * same functions answer. The number of statements does not grow with the number of blocks.
 */
export type ClosesAt = (em: EntityManager, held: Held, points: readonly AsOfPoint[]) => Promise<Close[][]>;

export const closesAt: ClosesAt = async (em, held, points) => {
  const closes = points.map((): Close[] => []);
  for (const {family, key, answers} of await questions(em, held, points)) {
    for (const [index, answer] of (await answers()).entries()) {
      if (answer !== null) closes[index]?.push(...(await closesOf(family, key, answer)));
    }
  }
  return closes;
};

interface Question {
  readonly family: PublishedFamily;
  readonly key: string;
  /** One for each block, null where there is none yet */
  readonly answers: () => Promise<(object | null)[]>;
}

async function questions(em: EntityManager, held: Held, points: readonly AsOfPoint[]): Promise<Question[]> {
  const last = points.at(-1);
  if (last === undefined) return [];
  const ask = (
    family: PublishedFamily,
    key: string,
    answered: () => Promise<({answer: object} | null)[]>,
  ): Question => ({
    ...{family, key},
    answers: async () => (await answered()).map((one) => one?.answer ?? null),
  });
  const hasVault = contractsOf(held.chain, 'said').length > 0;
  const tokens = (['AID', 'SAID'] as const).flatMap((name) => mainToken(held.chain, name) ?? []);
  const assets = await knownAssets(em, last);
  return [
    ask('backing', '', () => backingAnswers(em, held, points)),
    ask('supply', '', () => supplyAnswers(em, held, points)),
    ...(hasVault ? [ask('stakingYield', '', () => stakingYieldAnswers(em, held, points, DEFAULT_YEAR))] : []),
    ...tokens.map((token) =>
      ask('usage', token.name, async () =>
        usageAnswers(em, held, token, await tokenStates(em, held, token.id, points)),
      ),
    ),
    ...assets.map((asset) =>
      ask('assets', asset.slice(asset.indexOf('-') + 1), () => assetAnswers(em, held, points, asset)),
    ),
  ];
}

async function closesOf(family: PublishedFamily, key: string, answer: object): Promise<Close[]> {
  const closes: Close[] = [];
  for (const metric of publishedOf(family)) closes.push({metric, key, value: await publishedText(answer, metric)});
  return closes;
}
