import type {EntityManager} from 'typeorm';
import {missing, orMissing} from '../../domain/methodology';
import type {LineageAnswer, LineageArgs} from '../answers/lineage';
import {toAsOf, type AsOfPoint, type Held} from '../asOf';
import {BadInput} from '../badInput';
import {reasonsOf, valuesOf} from '../measured';
import {causePage} from './causePage';
import {LINEAGE} from './index';

const USUAL = 100;
const MOST = 1000;
/** Record, projection, term and id of the last cause of a page. */
const CURSOR = /^[\w-]{1,60} \w{1,40} \w{1,40} [\w:-]{1,200}$/;

/**
 * Formula, parameters and one page of the causes of a number as of a block. A number that is missing has no causes.
 * @throws BadInput for a metric that has no lineage, a key that is none of its, a limit or a cursor that cannot be
 */
export async function lineageAnswer(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
  {metric, key, limit: asked, cursor}: LineageArgs,
): Promise<LineageAnswer> {
  const named = key ?? '';
  const {trace} = metricOf(metric, named);
  const limit = asked ?? USUAL;
  if (limit < 1 || limit > MOST) throw new BadInput(`limit is ${limit}, expected 1 to ${MOST}.`);
  if (cursor != null && !CURSOR.test(cursor)) {
    throw new BadInput(
      `cursor ${JSON.stringify(cursor.slice(0, 80))} is none: give the nextCursor of the page before.`,
    );
  }
  const traced = await trace({em, held, point, metric, key: named});
  const {formula, parameters, terms, value, methodologyVersion} = traced;
  const page = await causePage(em, value.reason === null ? traced.causes : [], limit, cursor ?? '');
  const fields = {
    value,
    reason: value.reason === null ? missing('NOT_APPLICABLE') : orMissing(value.reason, 'NOT_APPLICABLE'),
    nextCursor: orMissing(page.nextCursor, 'NOT_APPLICABLE'),
  };
  return {
    ...{metric, key: named, formula, methodologyVersion, ...valuesOf(fields)},
    parameters: JSON.stringify(parameters),
    terms: value.reason === null ? Object.entries(terms).map(([name, term]) => ({name, value: `${term}`})) : [],
    causes: page.causes,
    totalCauses: page.total,
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
  };
}

function metricOf(metric: string, key: string) {
  const found = Object.hasOwn(LINEAGE, metric) ? LINEAGE[metric] : undefined;
  if (found === undefined) {
    const names = Object.keys(LINEAGE).join(', ');
    throw new BadInput(`metric ${JSON.stringify(metric.slice(0, 80))} has no lineage: ask for one of ${names}.`);
  }
  if (found.key === null && key !== '') throw new BadInput(`${metric} has no key: leave it out.`);
  if (found.key !== null && key === '') throw new BadInput(`${metric} needs a key: ${found.key}.`);
  return found;
}
