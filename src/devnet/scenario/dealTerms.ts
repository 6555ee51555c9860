/** What is agreed for a deal. Ratios in basis points, 1e4 = 1. */
export interface Terms {
  readonly kind: keyof typeof KINDS;
  /** Date of the draw (UTC). */
  readonly start: readonly [year: number, month: number, day: number];
  readonly months: number;
  /** Principal as a share of the vault's book. */
  readonly shareBps: number;
  /** The principal that brings the deployed part of the book up to this, if that is more. */
  readonly fillToBps?: number;
  readonly aprBps: number;
  readonly ocBps: number;
  readonly payDay: number;
  readonly isLinear?: boolean;
  readonly passThroughBps?: number;
  readonly outsideBps?: number;
  readonly usdt?: boolean;
}

/** Asset class (0 GPU, 1 ROBOTICS, 2 DATA_CENTER) and deal type (0 debt, 1 equity, 2 hybrid) of the registry. */
export const KINDS = {
  GPU: {assetClass: 0, dealType: 0},
  'GPU-EQ': {assetClass: 0, dealType: 1},
  ROBOT: {assetClass: 1, dealType: 0},
  'ROBOT-HY': {assetClass: 1, dealType: 2},
  DC: {assetClass: 2, dealType: 0},
  'DC-EQ': {assetClass: 2, dealType: 1},
} as const;

/** The ten deals of the scenario, in the order of their draws. */
export const TERMS: readonly (readonly [code: string, terms: Terms])[] = [
  [
    'GPU-H200-01',
    {
      kind: 'GPU',
      start: [2025, 11, 6],
      months: 24,
      shareBps: 2700,
      aprBps: 1480,
      ocBps: 3300,
      payDay: 15,
      isLinear: true,
      passThroughBps: 1200,
    },
  ],
  [
    'DC-COLO-01',
    {
      kind: 'DC',
      start: [2025, 11, 13],
      months: 36,
      shareBps: 1300,
      aprBps: 1300,
      ocBps: 3000,
      payDay: 25,
      passThroughBps: 2500,
      outsideBps: 300,
    },
  ],
  [
    'ROBOT-FLEET-01',
    {
      kind: 'ROBOT',
      start: [2025, 11, 20],
      months: 18,
      shareBps: 400,
      aprBps: 1750,
      ocBps: 3000,
      payDay: 20,
      outsideBps: 500,
    },
  ],
  [
    'GPU-BRIDGE-01',
    {kind: 'GPU', start: [2025, 11, 27], months: 3, shareBps: 950, aprBps: 1250, ocBps: 3300, payDay: 27, usdt: true},
  ],
  [
    'GPU-EQUITY-01',
    {
      kind: 'GPU-EQ',
      start: [2025, 12, 11],
      months: 36,
      shareBps: 80,
      aprBps: 6500,
      ocBps: 0,
      payDay: 12,
      passThroughBps: 3500,
      outsideBps: 1500,
    },
  ],
  [
    'GPU-GB200-01',
    {
      kind: 'GPU',
      start: [2025, 12, 25],
      months: 12,
      shareBps: 1400,
      aprBps: 1550,
      ocBps: 3200,
      payDay: 5,
      passThroughBps: 900,
    },
  ],
  [
    'DC-POWER-01',
    {
      kind: 'DC',
      start: [2026, 1, 22],
      months: 7,
      shareBps: 600,
      fillToBps: 5800,
      aprBps: 1400,
      ocBps: 3100,
      payDay: 22,
      usdt: true,
    },
  ],
  [
    'GPU-BRIDGE-02',
    {kind: 'GPU', start: [2026, 3, 4], months: 5, shareBps: 600, fillToBps: 7300, aprBps: 1200, ocBps: 3300, payDay: 4},
  ],
  [
    'DC-EQUITY-01',
    {
      kind: 'DC-EQ',
      start: [2026, 4, 1],
      months: 24,
      shareBps: 100,
      aprBps: 6000,
      ocBps: 0,
      payDay: 10,
      outsideBps: 1000,
    },
  ],
  [
    'ROBOT-ARM-02',
    {
      kind: 'ROBOT-HY',
      start: [2026, 8, 27],
      months: 12,
      shareBps: 500,
      fillToBps: 6200,
      aprBps: 1800,
      ocBps: 3200,
      payDay: 18,
      isLinear: true,
      outsideBps: 400,
    },
  ],
];
