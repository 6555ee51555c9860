import {bufferAdequacy, type BufferAdequacy, type Fund} from '../domain/buffer';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {formatRate, type Rate} from '../domain/rates';
import type {BufferAnswer} from './answers/buffer';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {inForce} from './chains';
import type {VaultCash} from './claims';
import {reasonsOf, valuesOf} from './measured';

/** Buffer and stress of the vaults of all chains, taken as one fund (metrics.md A18). */
export interface BufferAt {
  readonly fund: Measured<Fund>;
  readonly judged: Measured<BufferAdequacy>;
}

/** Terms are those in force on the chain asked about; without any there is no stress to meet. */
export function bufferAt({chain}: Held, point: AsOfPoint, vaults: readonly VaultCash[]): BufferAt {
  const fund = fundOf(vaults);
  const terms = orMissing(inForce(chain.parameters.buffer, point.height), 'NOT_APPLICABLE');
  const judged = fund.reason !== null ? fund : derive(terms, (set) => bufferAdequacy(fund.value, set));
  return {fund, judged};
}

function fundOf(vaults: readonly VaultCash[]): Measured<Fund> {
  if (vaults.length === 0) return missing('NOT_APPLICABLE');
  return vaults.reduce<Measured<Fund>>(
    (sum, {held, pending, vault}) => {
      if (sum.reason !== null) return sum;
      if (vault?.totalAssets == null) return missing('NO_OBSERVATION');
      const out = vault.cumulativeDeployed - vault.cumulativePrincipalReturned - vault.cumulativeRealizedLoss;
      const {buffer, deployed, book} = sum.value;
      return known({buffer: buffer + held - pending, deployed: deployed + out, book: book + vault.totalAssets});
    },
    known({buffer: 0n, deployed: 0n, book: 0n}),
  );
}

export function bufferAnswer({fund, judged}: BufferAt, point: AsOfPoint): BufferAnswer {
  const rate = (pick: (of: BufferAdequacy) => Measured<Rate>): Measured<string> =>
    judged.reason !== null ? judged : derive(pick(judged.value), formatRate);
  const fields = {
    buffer: derive(fund, ({buffer}) => buffer),
    deployed: derive(fund, ({deployed}) => deployed),
    book: derive(fund, ({book}) => book),
    stressLoss: derive(judged, ({stressLoss}) => stressLoss),
    stressOutflow: derive(judged, ({stressOutflow}) => stressOutflow),
    adequacy: rate(({adequacy}) => adequacy),
    share: rate(({share}) => share),
    targetShare: rate(({targetShare}) => known(targetShare)),
    shareGap: rate(({shareGap}) => shareGap),
  };
  return {
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.bufferAdequacy,
  };
}
