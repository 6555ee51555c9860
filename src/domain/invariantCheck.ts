import type {EventMeta} from './event';

/** How a law stands for one thing that it is a law of (a token, a vault, a chain). */
export interface InvariantCheckRow {
  readonly id: string;
  readonly chainId: number;
  /** Name of the law */
  readonly name: string;
  /** Id of the row it is checked for */
  readonly subject: string;
  /** What it leaves over, in the unit of the law: 0 where it holds. Never forced to 0 */
  readonly residual: bigint;
  readonly ok: boolean;
  /** Whether numbers are wrong while it is broken */
  readonly isGuard: boolean;
  /** Block since which it is broken; null while it holds */
  readonly brokenHeight: number | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export const checkRowId = (name: string, subject: string): string => `${subject}-${name}`;

/** The check with a residual; the same row where that is what it was, so that a law that holds writes nothing. */
export function checked(
  row: InvariantCheckRow | undefined,
  {name, subject, isGuard}: Pick<InvariantCheckRow, 'name' | 'subject' | 'isGuard'>,
  residual: bigint,
  {chainId, height, at}: EventMeta,
): InvariantCheckRow {
  if (row?.residual === residual) return row;
  const ok = residual === 0n;
  return {
    ...{id: checkRowId(name, subject), chainId, name, subject, residual, ok, isGuard},
    brokenHeight: ok ? null : (row?.brokenHeight ?? height),
    updatedHeight: height,
    updatedAt: at,
  };
}
