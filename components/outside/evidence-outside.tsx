import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { Day } from "#components/ui/time.tsx";
import { evidenceKindWords } from "#lib/domain/evidence.ts";
import type { OutsideEvidence } from "#lib/domain/outside.ts";

/** A piece of evidence for somebody from outside. Of a confidential source only its description is there to show. */
export function EvidenceOutside({ item }: { item: OutsideEvidence }) {
  const kind = evidenceKindWords[item.kind];
  if (item.confidential) {
    return (
      <div className="evout">
        <StanceMark stance={item.stance} />
        <p>
          <bdi>{item.describedAs}</bdi> <span className="faint">confidential, {kind}</span>
        </p>
      </div>
    );
  }
  const { title, address, author, publication, publishedOn, locator, passage, note } = item;
  const about = [author, publication].filter((part) => part !== "");
  return (
    <div className="evout">
      <StanceMark stance={item.stance} />
      <p>
        {address === "" ? (
          <bdi>{title}</bdi>
        ) : (
          <a className="link" href={address} rel="noreferrer noopener nofollow">
            <bdi>{title || address}</bdi>
          </a>
        )}{" "}
        <span className="faint">
          {about.map((part) => (
            <span key={part}>
              <bdi>{part}</bdi>,{" "}
            </span>
          ))}
          {publishedOn !== "" && (
            <>
              <Day iso={publishedOn} />,{" "}
            </>
          )}
          {locator !== "" && (
            <>
              <bdi>{locator}</bdi>,{" "}
            </>
          )}
          {kind}
        </span>
      </p>
      {passage !== "" && (
        <blockquote className="serif" dir="auto">
          {passage}
        </blockquote>
      )}
      {note !== "" && (
        <p className="soft" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}
