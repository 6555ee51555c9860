/** How a settlement divides its cash among those who stand in line, the oldest first: FillRule.sol in other words. */
export function fillRule(policy: string, owed: readonly bigint[], cash: bigint): bigint[] {
  const due = owed.reduce((sum, one) => sum + one, 0n);
  if (due === 0n) return [];
  const parts = owed.map((one) => (policy === 'PRO_RATA' ? (one * cash) / due : 0n));
  let left = parts.reduce((rest, part) => rest - part, cash);
  return parts.map((part, i) => {
    const lacking = (owed[i] ?? 0n) - part;
    const extra = left < lacking ? left : lacking;
    left -= extra;
    return part + extra;
  });
}
