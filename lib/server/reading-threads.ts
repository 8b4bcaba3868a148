import "server-only";
import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import type { readDocument } from "#lib/formats/import/read-document.ts";
import { threadsFor } from "#lib/server/threads.ts";

type Input = Parameters<typeof readDocument>[0];
type Read = Result<ImportedDocument, ImportProblem>;

const read = threadsFor<Input, Read>({
  file: ["lib", "formats", "import", "reading-thread.ts"],
  limits: { milliseconds: 60_000, megabytes: 400 },
});

/**
 * As `readDocument`, in a thread of its own. A document that takes longer than a minute is `too-slow`, one that takes more
 * than 400 MB `too-complex`.
 */
export async function readApart(input: Input): Promise<Read> {
  const done = await read(input);
  if (done.kind === "done") return done.output;
  return err({ kind: done.kind === "ended" ? "too-complex" : "too-slow" });
}
