import fc from 'fast-check';
import {byName, concentration, concentrationBounds, sharesOf} from './concentration';
import {Rate} from './rates';

const rates = (...texts: string[]): Rate[] => texts.map((text) => new Rate(text));

test('golden: shares of .71, .18, .07 and .04 have HHI 0.543 and are as concentrated as 1.841621 names', () => {
  const {value} = concentration(rates('.71', '.18', '.07', '.04'));
  expect(value?.hhi.toFixed(12)).toBe('0.543000000000');
  expect(value?.effectiveNames.toFixed(6)).toBe('1.841621');
  expect([value?.top1.toFixed(), value?.top3.toFixed()]).toEqual(['0.71', '0.96']);
});

test('shares are fractions of the sum; of nothing, or with a negative amount, there are none', () => {
  expect(sharesOf([3n, 1n]).value?.map(String)).toEqual(['0.75', '0.25']);
  expect(sharesOf([0n, 0n])).toEqual({value: null, reason: 'NOT_APPLICABLE'});
  expect(sharesOf([5n, -1n])).toEqual({value: null, reason: 'NOT_APPLICABLE'});
  expect(sharesOf([])).toEqual({value: null, reason: 'NOT_APPLICABLE'});
  expect(concentration([])).toEqual({value: null, reason: 'NOT_APPLICABLE'});
});

test('an unknown part is spread thin in the lower bound and with the largest name in the upper', () => {
  const {unknownShare, lower, upper} = concentrationBounds(rates('.5', '.3'));
  expect([unknownShare, lower, upper].map(String)).toEqual(['0.2', '0.34', '0.58']);
  const nothingKnown = concentrationBounds([]);
  expect([nothingKnown.unknownShare, nothingKnown.lower, nothingKnown.upper].map(String)).toEqual(['1', '0', '1']);
});

test('the HHI lies between 1/N and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(1n, 10n ** 24n), {minLength: 1, maxLength: 20}), (amounts) => {
      const hhi = concentration(sharesOf(amounts).value ?? []).value?.hhi ?? new Rate(-1);
      const least = new Rate(1).div(amounts.length);
      expect(hhi.minus(least).gte('-1e-45') && hhi.minus(1).lte('1e-45')).toBe(true);
    }),
  );
});

test('whoever the unknown names are, the HHI lies between the bounds', () => {
  const parts = fc.array(fc.record({amount: fc.bigInt(1n, 10n ** 9n), name: fc.nat(4), isKnown: fc.boolean()}), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (all) => {
      const whole = all.reduce((sum, {amount}) => sum + amount, 0n);
      const hhiOf = (some: typeof all) =>
        [
          ...byName(
            some,
            ({name}) => `${name}`,
            ({amount}) => amount,
          ).values(),
        ].map((amount) => new Rate(`${amount}`).div(`${whole}`));
      const {lower, upper} = concentrationBounds(hhiOf(all.filter(({isKnown}) => isKnown)));
      const truth = concentration(hhiOf(all)).value?.hhi ?? new Rate(-1);
      expect(truth.minus(lower).gte('-1e-45') && upper.minus(truth).gte('-1e-45')).toBe(true);
    }),
  );
});
