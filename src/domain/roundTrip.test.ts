import fc from 'fast-check';
import {DAY_SECONDS, type Rate} from './rates';
import type {Measured} from './methodology';
import {combineTrips, roundTrip, type Trip} from './roundTrip';

const MAY = Date.UTC(2026, 4) / 1000;
const AUGUST = Date.UTC(2026, 7) / 1000;
const AID = 10n ** 18n;

/** In at 1.040 on 1 May, asked for at 1.0594 on 1 August, paid 62 days later (metrics.md, golden vectors). */
const GOLDEN: Trip = {
  shares: 1000n * AID,
  cost: 1040n * AID,
  assets: (10_594n * AID) / 10n,
  assetsAtSettlement: 1071n * AID,
  entryAt: MAY,
  requestedAt: AUGUST,
  paidAt: AUGUST + 62 * DAY_SECONDS,
};

const places = (measured: Measured<Rate>): string => measured.reason ?? measured.value.toFixed(12);

test('golden: R 0.018653846154, 0.076080544139 without the wait, 0.044778324334 with it', () => {
  const trip = roundTrip(GOLDEN, '365');
  expect([trip.gain, trip.apyHold, trip.apyRealised].map(places)).toEqual([
    '0.018653846154',
    '0.076080544139',
    '0.044778324334',
  ]);
});

test('the exit is priced at the request, and beside it at the settlement', () => {
  expect(places(roundTrip(GOLDEN, '365').gainAtSettlement)).toBe('0.029807692308');
  expect(places(roundTrip({...GOLDEN, assetsAtSettlement: null}, '365').gainAtSettlement)).toBe('NO_OBSERVATION');
});

test('T1: a round trip that lost is negative, not 0', () => {
  const lost = roundTrip({...GOLDEN, assets: 1000n * AID}, '365');
  expect([lost.gain, lost.apyHold, lost.apyRealised].map(({value}) => value?.lt(0))).toEqual([true, true, true]);
});

test('less than a day is not annualised, and shares that cost nothing gained nothing that has a rate', () => {
  const short = roundTrip({...GOLDEN, requestedAt: MAY + 3600, paidAt: MAY + 7200}, '365');
  expect([short.gain.reason, short.apyHold.reason, short.apyRealised.reason]).toEqual([
    null,
    'INSUFFICIENT_HISTORY',
    'INSUFFICIENT_HISTORY',
  ]);
  expect(roundTrip({...GOLDEN, cost: 0n}, '365').apyRealised.reason).toBe('NOT_APPLICABLE');
});

test('one trip combined is itself, and several are weighed by the AID fixed at their requests', () => {
  expect(combineTrips([])).toBeNull();
  expect(combineTrips([GOLDEN])).toEqual(GOLDEN);
  const later = {...GOLDEN, assets: 3n * GOLDEN.assets, paidAt: GOLDEN.paidAt + 4000};
  expect(combineTrips([GOLDEN, later])).toMatchObject({
    assets: 4n * GOLDEN.assets,
    cost: 2n * GOLDEN.cost,
    paidAt: GOLDEN.paidAt + 3000,
  });
  expect(combineTrips([GOLDEN, {...later, assetsAtSettlement: null}])?.assetsAtSettlement).toBeNull();
});

test('a trip cut in two is the same trip, and waiting never makes a gain look better', () => {
  const amounts = fc.bigInt({min: 2n * AID, max: 10n ** 27n});
  fc.assert(
    fc.property(amounts, amounts, fc.integer({min: 1, max: 400}), fc.nat(400), (half, assets, held, waited) => {
      const requestedAt = MAY + held * DAY_SECONDS;
      const times = {entryAt: MAY, requestedAt, paidAt: requestedAt + waited * DAY_SECONDS};
      const one = {...GOLDEN, cost: half, assets, ...times};
      const two = combineTrips([one, one]);
      if (two === null) throw new Error('two trips have no combination');
      expect(places(roundTrip(two, '365').apyRealised)).toBe(places(roundTrip(one, '365').apyRealised));
      const {gain, apyHold, apyRealised} = roundTrip(one, '365');
      if (gain.reason !== null || apyHold.reason !== null || apyRealised.reason !== null) throw new Error('no rate');
      expect(apyRealised.value.abs().lte(apyHold.value.abs().plus('1e-40'))).toBe(true);
      expect(Math.sign(apyRealised.value.cmp(0))).toBe(Math.sign(gain.value.cmp(0)));
    }),
    {numRuns: 100},
  );
});
