"use client";

import { use } from "react";
import { LiveContext } from "#components/live/live-context.ts";
import { initialsOf } from "#components/ui/initials.ts";
import { type Here, namesTogether } from "#lib/domain/live.ts";

const mostShown = 5;

/** The colleagues who have this article open, on whichever claim, by their initials. */
export function OthersOnArticle({ articleId }: { articleId: string }) {
  const people = useOthers((one) => one.articleId === articleId);
  if (people.length === 0) return null;
  return (
    <span className="here">
      <Initials people={people} />
      <span className="vh">{sentence(people, "on this article")}</span>
    </span>
  );
}

/** The colleagues who have this claim open, by name. */
export function OthersOnClaim({ claimId }: { claimId: string }) {
  const people = useOthers((one) => one.claimId === claimId);
  if (people.length === 0) return null;
  return (
    <p className="here">
      <Initials people={people} />
      <span>{sentence(people, "on this claim")}</span>
    </p>
  );
}

function useOthers(isThere: (one: Here) => boolean): readonly Here[] {
  const { here, meId } = use(LiveContext);
  const others = here.filter((one) => one.memberId !== meId && isThere(one));
  return [...new Map(others.map((one) => [one.memberId, one])).values()];
}

function Initials({ people }: { people: readonly Here[] }) {
  return (
    <span className="faces" aria-hidden="true">
      {people.slice(0, mostShown).map(({ memberId, name }) => (
        <span key={memberId} title={name}>
          {initialsOf(name)}
        </span>
      ))}
      {people.length > mostShown ? <span>{`+${people.length - mostShown}`}</span> : null}
    </span>
  );
}

function sentence(people: readonly Here[], where: string): string {
  return `${namesTogether(people.map((one) => one.name))} ${people.length === 1 ? "is" : "are"} ${where} too`;
}
