"use client";

import type { RefObject } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { SignedEdition } from "#lib/domain/edition.ts";

export type CheckedFile = {
  readonly name: string;
  readonly verdict: "genuine" | "whole" | "uncompared" | "refused";
  /** Whether somebody vouches for the key that signed, and what became of it since. */
  readonly key: "vouched" | "unknown" | "retired" | "revoked";
  /** The newest edition where this server knows that there is a newer one. */
  readonly newer: { readonly number: number; readonly href: string } | null;
  /** Null where no edition could be read. */
  readonly signed: SignedEdition | null;
  /** `ok` is null where nothing could be looked at. */
  readonly findings: readonly { readonly code: string; readonly ok: boolean | null; readonly sentence: string }[];
};

const heads = {
  genuine: "This file is genuine",
  whole: "Nothing that was looked at differs",
  uncompared: "The file’s own words were not compared",
  refused: "Something does not fit",
} as const;

/** Whether the desk's own address gives the same edition, which alone vouches for what a revoked key signed. */
function isAtDesk(findings: CheckedFile["findings"]): boolean {
  return findings.some(({ code, ok }) => code === "key-revoked" && ok === true);
}

function aboutOf({ verdict, key, signed, findings }: CheckedFile): string {
  const isUnproved = key === "revoked" && !isAtDesk(findings);
  switch (verdict) {
    case "genuine":
      return "It is, byte for byte, what the desk published and signed.";
    case "whole":
      return isUnproved
        ? "It was signed with a key that the desk has revoked. Whoever stole such a key can sign anything with it, and write an earlier day: rely on the file only if the desk’s own address shows the same edition."
        : "Not everything could be looked at here. What is left is marked below, with how to do it.";
    case "uncompared":
      if (isUnproved)
        return "The signed edition in it is whole, and the desk has revoked the key that signed it: whoever stole the key can have written it. What the file itself shows may be anything. Rely only on what the desk’s own address shows.";
      return key === "unknown"
        ? "The signed edition in it is whole, and nobody vouches here for the key that signed it. What the file itself shows may be anything: read what the edition says below."
        : "The signed edition in it is genuine. What the file itself shows may be anything: read what the edition says below.";
    case "refused":
      return signed === null
        ? "Nothing in it was found to be false, and nothing to be true. Do not rely on this file before it was checked."
        : "Do not rely on this file. Ask the desk for it again, or open the edition at the desk’s own address.";
  }
}

/** Whose key it is, in front of everything else that was looked at. */
function KeyWords({ file: { signed, verdict, key } }: { file: CheckedFile }) {
  if (signed === null || verdict === "refused") return null;
  const { proof, edition } = signed;
  return (
    <p>
      Signed with the key{" "}
      <bdi className="data" dir="ltr">
        {proof.publicKey}
      </bdi>
      {key === "unknown" ? (
        <>
          . It says it is <bdi>{edition.desk.name}</bdi>’s, and nobody vouches for that here: anybody can write a name
          and sign with a key of their own. Compare the key with the one on the desk’s own site.
        </>
      ) : key === "revoked" ? (
        ", which is the desk’s and was revoked since."
      ) : key === "retired" ? (
        ", which is the desk’s and was retired since."
      ) : (
        ", which is the desk’s."
      )}
    </p>
  );
}

type Props = { file: CheckedFile; head: RefObject<HTMLHeadingElement | null> };

/** What a check came to: the answer first, then each thing that was looked at, then what the edition itself says. */
export function CheckedFileView({ file, head }: Props) {
  const { name, verdict, signed, findings, newer } = file;
  return (
    <section className="sec checked" aria-labelledby="checked-head">
      <h2 id="checked-head" ref={head} tabIndex={-1}>
        {signed === null ? "This could not be checked" : heads[verdict]}
      </h2>
      <p className="soft">
        <bdi className="data">{name}</bdi>
      </p>
      <p>{aboutOf(file)}</p>
      {newer !== null && (
        <p role="note">
          <b>There is a newer edition of this report.</b> <a href={newer.href}>Read edition {newer.number}</a>
        </p>
      )}
      <KeyWords file={file} />
      <ul className="proofs">
        {findings.map(({ code, ok, sentence }) => (
          <li key={code} data-ok={ok === null ? "open" : ok}>
            <Icon name={ok === null ? "off" : ok ? "check" : "warn"} />
            <span>
              <b>{signed === null ? "Why." : ok === null ? "Not looked at." : ok ? "Fits." : "Does not fit."}</b>{" "}
              <bdi>{sentence}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {signed !== null && verdict !== "refused" && <EditionWords signed={signed} />}
    </section>
  );
}

/** The signed words, so that they can be held against those of the file. */
function EditionWords({ signed: { edition } }: { signed: SignedEdition }) {
  const { report, desk, number, publishedAt, change } = edition;
  return (
    <section aria-labelledby="edition-head">
      <h3 className="sech" id="edition-head">
        What the signed edition says
      </h3>
      <p>
        <b>
          <bdi>{report.article.title}</bdi>
        </b>
        , edition {number}, <bdi>{desk.name}</bdi>, <Moment iso={publishedAt} />
      </p>
      {change !== null && (
        <p>
          {change.kind === "withdrawal" ? "Withdrawn" : change.kind === "correction" ? "Corrected" : "Updated"}:{" "}
          <bdi>{change.what}</bdi>
          <br />
          Why: <bdi>{change.why}</bdi>
        </p>
      )}
      <ol className="rows">
        {report.claims.map((claim) => (
          <li key={claim.id}>
            <bdi>{claim.statement === "" ? claim.quote : claim.statement}</bdi>
            <span className="side">
              <bdi>{claim.verdict?.signedOff === true ? claim.verdict.label : "No verdict"}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
