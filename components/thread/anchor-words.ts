import type { Anchored } from "#components/thread/thread-context.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** What a discussion hangs on, as it is called on the page: "Evidence 2", "Revision 1 of the verdict". */
export function anchorWords({ evidence, revisions }: ClaimView, { anchor, anchorId }: Anchored): string {
  const place = evidence.findIndex(({ id }) => id === anchorId);
  switch (anchor) {
    case "claim":
      return "The claim";
    case "evidence":
      return place === -1 ? "Evidence that does not stand here" : `Evidence ${place + 1}`;
    case "passage":
      return place === -1 ? "A passage that does not stand here" : `Passage of evidence ${place + 1}`;
    case "verdict": {
      const revision = revisions.find(({ id }) => id === anchorId);
      return revision === undefined ? "An older verdict" : `Revision ${revision.number} of the verdict`;
    }
  }
}
