"use client";

import { useCallback } from "react";
import { VerifyPage } from "#components/proof/verify-page.tsx";
import { askHere } from "./ask-here.ts";

/** `names`: the formats of the files of an edition, by their names at its address. */
export function VerifyDoor({ names }: { names: Readonly<Record<string, string>> }) {
  const check = useCallback(
    async (files: readonly File[]) => {
      // What reads every format comes when there is something to read.
      const { checkDropped } = await import("#lib/formats/proof/check-dropped.ts");
      return await checkDropped(files, { names, ask: askHere });
    },
    [names],
  );
  return <VerifyPage check={check} />;
}
