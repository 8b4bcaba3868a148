import type { ReactNode } from "react";
import type { DrawnPassage } from "#components/capture/capture-context.ts";
import { evidenceHref } from "#components/capture/evidence-href.ts";
import { stanceWords } from "#lib/domain/evidence.ts";

type Props = { passage: DrawnPassage; isOpen: boolean; begins: boolean; ends: boolean; children: ReactNode };

/**
 * One piece of a passage that evidence relies on. The first carries the claim's number, which leads to the claim; what is
 * not the copy's own words carries `data-skip`, and offsets do not count it.
 */
export function QuotedMark({ passage: { quoted, lane }, isOpen, begins, ends, children }: Props) {
  const { evidenceId, claimNumber, stance } = quoted;
  return (
    <mark className="quoted" data-sc={stance} data-lane={lane} aria-current={isOpen ? "true" : undefined}>
      {begins ? (
        <>
          <span className="vh" data-skip="">
            {`quoted for claim ${claimNumber}`}
          </span>
          <a
            className="n"
            id={`quoted-${evidenceId}`}
            href={evidenceHref(quoted)}
            draggable={false}
            data-skip=""
            aria-label={`Claim ${claimNumber}, ${stanceWords[stance].toLowerCase()}`}
          >
            {claimNumber}
          </a>
        </>
      ) : null}
      {children}
      {ends ? (
        <span className="vh" data-skip="">
          {`quote for claim ${claimNumber} ends`}
        </span>
      ) : null}
    </mark>
  );
}
