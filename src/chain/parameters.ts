import {z} from 'zod';

const whole = (what: string, least = 0, most = Number.MAX_SAFE_INTEGER) =>
  z.number(what).int(what).min(least, what).max(most, what);

const fromBlock = whole('a block height');
const bps = whole('basis points from 0 to 10000', 0, 10_000);
const amount = z.string('a whole number as text').regex(/^\d+$/, 'a whole number as text');
/** A kind of reserve component, or the address of one */
const component = z
  .string('STABLECOIN, TBILL or an address of 20 bytes in hex')
  .regex(/^(STABLECOIN|TBILL|0x[0-9a-fA-F]{40})$/, 'STABLECOIN, TBILL or an address of 20 bytes in hex')
  .transform((text) => (text.startsWith('0x') ? text.toLowerCase() : text));

export const MARGIN_MODES = [
  'NONE',
  'POSITIVE_PERCENTAGE',
  'POSITIVE_ABSOLUTE',
  'NEGATIVE_PERCENTAGE',
  'NEGATIVE_ABSOLUTE',
] as const;

const entry = <S extends z.ZodRawShape>(shape: S) => {
  const fields = ['fromBlock', ...Object.keys(shape)].join(', ');
  return z
    .array(z.strictObject({fromBlock, ...shape}, `an object with the fields ${fields} only`), 'a list')
    .default([]);
};

/**
 * How numbers of a deployment are judged: terms that no contract tells, versioned by block. The newest entry with
 * fromBlock at or below a block is in force there. Basis points: 10000 is all of it.
 */
export const parametersSchema = z
  .strictObject(
    {
      /** What a component's value is marked down by */
      haircuts: entry({component, bps}),
      /** Days in which a component turns into a stablecoin in hand */
      settlement: entry({component, days: whole('a number of days', 0, 3650)}),
      /** Margin of the mint limit: basis points or AID wei as text */
      mintMargin: entry({mode: z.enum(MARGIN_MODES, `one of ${MARGIN_MODES.join(', ')}`), value: amount}),
      /** The band in which a step of the NAV is believed */
      navBand: entry({maxApyBps: whole('basis points', 0), toleranceBps: bps, discountBps: bps}),
      /** Liquid part that the vault aims at, and the stress it must survive */
      buffer: entry({targetBps: bps, stressLossBps: bps, stressOutflowBps: bps}),
      /** How requests are to be paid, and within how many days; where there is none, as their cycle declares */
      queuePolicies: entry({
        policy: z.enum(['FIFO', 'PRO_RATA', 'COHORT'], 'one of FIFO, PRO_RATA, COHORT'),
        maxDays: whole('a number of days', 1, 3650),
      }),
      /** How often the NAV is marked, and how late a mark may be */
      markCadence: entry({days: whole('a number of days', 1, 3650), graceDays: whole('a number of days', 0, 3650)}),
      /** When a price is off its peg: sources that must agree, thresholds and the time they must hold */
      priceDeviation: z
        .strictObject({
          minSources: whole('a number of sources', 1, 100),
          openBps: bps,
          closeBps: bps,
          holdSeconds: whole('a number of seconds', 0),
        })
        .optional(),
    },
    'an object with the fields haircuts, settlement, mintMargin, navBand, buffer, queuePolicies, markCadence and priceDeviation only',
  )
  .prefault({});

/** Parameters as a network file gives them; what is not given is an empty list. */
export type Parameters = Readonly<z.output<typeof parametersSchema>>;
