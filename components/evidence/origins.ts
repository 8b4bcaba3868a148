import type { ClaimView } from "#lib/domain/views.ts";

/** Whether an earlier piece goes back to the same origin, so that this one does not count again. */
export function sharesOrigin({ evidence }: ClaimView, index: number): boolean {
  const label = evidence[index]?.originLabel ?? null;
  return label !== null && evidence.slice(0, index).some((other) => other.originLabel === label);
}

/** "3 pieces, 2 origins", or nothing; evidence without a named origin is its own. */
export function evidenceCount({ evidence }: ClaimView): string {
  if (evidence.length === 0) return "";
  const named = new Set(evidence.map((item) => item.originLabel).filter((label) => label !== null));
  const origins = named.size + evidence.filter((item) => item.originLabel === null).length;
  const pieces = evidence.length === 1 ? "1 piece" : `${evidence.length} pieces`;
  return `${pieces}, ${origins === 1 ? "1 origin" : `${origins} origins`}`;
}
