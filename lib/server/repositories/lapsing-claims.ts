import "server-only";
/** Whether a claim has other words than in the newest version, or other paragraphs around them, under the fold. */
function changesBasis(newest: StoredVersion, version: StoredVersion): (carried: CarriedClaim) => boolean {
  const [before, after] = [paragraphsOf(newest), paragraphsOf(version)];
  return ({ claim, kind, start, end }) => {
    if (kind === "changed" || kind === "lost" || claim.settled?.versionId !== newest.id) return true;
    if (start === null || end === null || claim.start === null || claim.end === null) return true;
    const [old, present] = [before({ start: claim.start, end: claim.end }), after({ start, end })];
    return old.length !== present.length || old.some((words, index) => words !== present[index]);
  };
}

/** The folded paragraphs that a span touches; each is folded once. */
function paragraphsOf({ text, blocks }: ComposedText): (span: Span) => string[] {
  const folded = new Map<number, string>();
  return (span) =>
    blocksOf(blocks, span).map(({ index, start, end }) => {
      const words = folded.get(index) ?? typographicFold(text.slice(start, end));
      folded.set(index, words);
      return words;
    });
}

/**
 * Why the standing verdicts of these claims no longer rest on what they were given on, by their digests. Where other
 * words are offered, or none, the database has made them stale already.
 */
async function lapses(tx: Tx, { version, claims }: Carriage, changed: readonly CarriedClaim[]) {
  const { deskId } = version;
  const whole = changed.filter(({ kind }) => kind === "exact" || kind === "moved");
  const places = new Map(whole.map((place) => [place.claim.claimId, place]));
  const standing = claims.filter((claim) => hasStandingVerdict(claim.state) && places.has(claim.id));
  const ids = standing.map((claim) => claim.id);
  const [evidence, latest] = [await evidenceOfClaims(tx, deskId, ids), await latestBases(tx, deskId, ids)];
  const differing = standing.flatMap((claim) => {
    const placement = places.get(claim.id);
    const given = latest.get(claim.id);
    if (placement === undefined || given === undefined) return [];
    const present = presentBasis({ claim, version, placement, evidence: evidence.get(claim.id) ?? [] });
    const differs = sha256Hex(canonicalJson(present)) !== given.basisDigest;
    return differs ? [{ claimId: claim.id, revisionId: given.revisionId, present }] : [];
  });
  const then = await basesOf(
    tx,
    deskId,
    differing.map(({ revisionId }) => revisionId),
  );
  return differing.map(({ claimId, revisionId, present }) => {
    const given = then.get(revisionId);
    const [reason] = given === undefined ? [] : basisChanges(basisThen(given), present);
    return { claimId, reason: reason ?? surroundings };
  });
}

const surroundings: StaleReason = "surroundings";
