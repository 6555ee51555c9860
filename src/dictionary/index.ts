import {accountTypes} from './account';
import {assetCashFlowTypes} from './assetCashFlow';
import {assetTypes} from './assets';
import {attestationTypes} from './attestations';
import {authorityTypes} from './authority';
import {backingTypes} from './backing';
import {bufferTypes} from './bufferAdequacy';
import {COMMON} from './sharedFields';
import {concentrationTypes} from './concentration';
import type {Definition, TypeDefinition} from './definition';
import {earlyWarningTypes} from './earlyWarning';
import {flowTypes} from './flowOfFunds';
import {indexingTypes} from './indexingStatus';
import {navBandTypes} from './navBand';
import {payoutTypes} from './payouts';
import {pegTypes} from './pegEpisodes';
import {portfolioTypes} from './portfolio';
import {redemptionTypes} from './redemptionRoutes';
import {reserveTypes} from './reserves';
import {restatementTypes} from './restatements';
import {revenueTypes} from './revenue';
import {seriesTypes} from './series';
import {divergenceTypes} from './sourceDivergence';
import {stakingYieldTypes} from './stakingYield';
import {supplyTypes} from './supply';
import {queueTypes} from './unstakeQueue';
import {usageTypes} from './usage';
import {yieldBookTypes} from './yieldBook';

/** What every field of every answer means, a file per question. */
export const DICTIONARY: readonly TypeDefinition[] = [
  ...supplyTypes,
  ...backingTypes,
  ...reserveTypes,
  ...attestationTypes,
  ...redemptionTypes,
  ...pegTypes,
  ...concentrationTypes,
  ...navBandTypes,
  ...bufferTypes,
  ...divergenceTypes,
  ...earlyWarningTypes,
  ...stakingYieldTypes,
  ...yieldBookTypes,
  ...queueTypes,
  ...revenueTypes,
  ...assetTypes,
  ...assetCashFlowTypes,
  ...payoutTypes,
  ...portfolioTypes,
  ...usageTypes,
  ...accountTypes,
  ...flowTypes,
  ...authorityTypes,
  ...seriesTypes,
  ...restatementTypes,
  ...indexingTypes,
];

const BY_TYPE = new Map(DICTIONARY.map((definition) => [definition.type, definition]));

/** A point of a history carries the fields of its answer. */
const answerOf = (type: string): string => type.replace(/Point$/, 'Answer');

/** The definition of a type, its own or that of the answer whose points it is. */
export const typeDefinition = (type: string): TypeDefinition | undefined =>
  BY_TYPE.get(type) ?? BY_TYPE.get(answerOf(type));

/** The definition of a field: the type's own, its answer's, or what the field means everywhere. */
export const fieldDefinition = (type: string, field: string): Definition | undefined =>
  [BY_TYPE.get(type), BY_TYPE.get(answerOf(type))].map((definition) => definition?.fields[field]).find(Boolean) ??
  (Object.hasOwn(COMMON, field) ? COMMON[field] : undefined);
