"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ShownText } from "#components/article/dom-text.ts";
import { claimHref } from "#components/article/galley-context.ts";
import type { PlaceClaim, PlacingClaim } from "#components/article/place-claim.ts";
import { type Placing, PlacingContext } from "#components/article/placing-context.ts";
import { announce } from "#components/ui/live-region.tsx";

type Props = {
  articleId: string;
  /** What placing mode shows of a claim; null when it cannot be placed here, or by this person. */
  placingClaim: (claimId: string) => Promise<PlacingClaim | null>;
  place: PlaceClaim;
  /** The text and all that acts on it. */
  children: ReactNode;
};

type Found = { readonly id: string; readonly claim: PlacingClaim | null | "no-answer" };

/** Choosing the words of one claim, when the address asks for it (`?place=CLAIM`, `&from=placing` to go back there). */
export function PlacingMode({ articleId, placingClaim, place, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  const query = useSearchParams();
  const id = query.get("place");
  const from = query.get("from");
  const [found, setFound] = useState<Found | null>(null);
  const ask = useCallback(
    () =>
      id === null
        ? Promise.resolve()
        : placingClaim(id).then(
            (claim) => setFound({ id, claim }),
            () => setFound({ id, claim: "no-answer" }),
          ),
    [id, placingClaim],
  );
  useEffect(() => {
    void ask();
  }, [ask]);

  const answer = found?.id === id ? found.claim : undefined;
  const claim = answer === "no-answer" ? null : (answer ?? null);
  const shownId = claim?.id ?? null;
  const near = claim?.near ?? null;
  useEffect(() => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    if (shownId === null || galley == null) return;
    galley.focus({ preventScroll: true });
    announce(ref.current?.querySelector("p")?.textContent ?? "");
    const text = new ShownText(galley);
    const stands = galley.querySelector(`.claim[data-claim="${CSS.escape(shownId)}"]`);
    const there = near === null ? stands : text.at(text.indexAt(near))?.element;
    there?.scrollIntoView({ block: "center" });
  }, [shownId, near]);

  const back =
    id === null || from === "placing"
      ? `/articles/${articleId}/placing`
      : claimHref(articleId, { claimId: id, only: null });
  const placing = useMemo((): Placing => {
    if (id === null) return { kind: "off" };
    if (answer === undefined) return { kind: "asking" };
    return claim === null ? { kind: "closed" } : { kind: "open", claim, place, back, ask: () => void ask() };
  }, [id, answer, claim, place, back, ask]);

  return (
    <PlacingContext value={placing}>
      {id === null ? null : (
        <section ref={ref} className="placeline" aria-label="Placing a claim" data-skip="">
          <Line answer={answer} />
          {answer === "no-answer" ? (
            <button type="button" className="btn" onClick={() => void ask()}>
              Try again
            </button>
          ) : null}
          <Link className="btn" href={back}>
            Cancel
          </Link>
        </section>
      )}
      {children}
    </PlacingContext>
  );
}

function Line({ answer }: { answer: PlacingClaim | null | "no-answer" | undefined }) {
  if (answer === undefined) return <p>Looking for the claim…</p>;
  if (answer === "no-answer") return <p>Not connected. The claim could not be looked up.</p>;
  if (answer === null) return <p>This claim cannot be placed in this version.</p>;
  const isQuoted = /^[\p{Pi}"„‚»「『]/u.test(answer.words);
  return (
    <p>
      <b>{`Choose the words of claim ${answer.number} in this version.`}</b>
      {" They were: "}
      <span className="serif">
        {isQuoted ? "" : "“"}
        <bdi>{answer.words}</bdi>
        {isQuoted ? "" : "”"}
      </span>
    </p>
  );
}
