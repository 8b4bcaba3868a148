type Place = {
  /** The claim that words are quoted for. */
  readonly claimId?: string | undefined;
  /** The evidence whose words are looked at, or chosen. */
  readonly evidenceId?: string | undefined;
  /** Where in the text to begin, UTF-16 code units. */
  readonly at?: number | undefined;
};

/** Where a kept copy is read. */
export function captureHref(captureId: string, { claimId, evidenceId, at }: Place = {}): string {
  const query = new URLSearchParams();
  if (claimId !== undefined) query.set("claim", claimId);
  if (evidenceId !== undefined) query.set("evidence", evidenceId);
  if (at !== undefined) query.set("at", String(at));
  const asked = query.toString();
  return asked === "" ? `/captures/${captureId}` : `/captures/${captureId}?${asked}`;
}
