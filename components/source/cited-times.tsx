import { Day } from "#components/ui/time.tsx";
import type { FoundSource } from "#lib/domain/source-views.ts";

/** "cited 3 times, last on 6 May 2026", "not cited". */
export function CitedTimes({ uses, lastUsedAt }: Pick<FoundSource, "uses" | "lastUsedAt">) {
  if (uses === 0 || lastUsedAt === null) return <>not cited</>;
  return (
    <>
      {uses === 1 ? "cited once, on " : `cited ${uses} times, last on `}
      <Day iso={lastUsedAt} />
    </>
  );
}
