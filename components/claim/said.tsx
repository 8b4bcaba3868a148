import { Day } from "#components/ui/time.tsx";
import type { ClaimFields } from "#lib/domain/claim.ts";

/** Who said it, where and when: "Harbour Board, Annual report, 3 March 2023." */
export function Said({ claimant, saidIn, saidOn }: Pick<ClaimFields, "claimant" | "saidIn" | "saidOn">) {
  return (
    <p className="said">
      {claimant === "" ? "Claimant not named" : <bdi>{claimant}</bdi>}
      {saidIn !== "" && (
        <>
          , <bdi>{saidIn}</bdi>
        </>
      )}
      {saidOn !== "" && (
        <>
          , <Day iso={saidOn} />
        </>
      )}
      .
    </p>
  );
}
