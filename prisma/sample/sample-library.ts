import "server-only";
import { uuidv7 } from "uuidv7";
import { createSource as sourceInput } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";
import { keepCapture } from "#lib/server/use-cases/keep-capture.ts";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import { sampleCitations } from "#prisma/sample/citations.ts";
import { sampleCopies } from "#prisma/sample/copies.ts";
import { type SourceKey, sampleSources } from "#prisma/sample/sources.ts";

/** The sample's sources and their copies, each made when it is first asked for, by whoever asks. Ids. */
export type SampleLibrary = {
  readonly sourceOf: (context: Context, key: SourceKey) => Promise<string>;
  readonly copyOf: (context: Context, key: SourceKey) => Promise<string>;
};

export function sampleLibrary(): SampleLibrary {
  const sources = new Map<SourceKey, string>();
  const copies = new Map<SourceKey, string>();
  const sourceOf = async (context: Context, key: SourceKey) => {
    const known = sources.get(key);
    if (known !== undefined) return known;
    const input = sourceInput.parse({ id: uuidv7(), ...sampleSources[key], ...sampleCitations[key] });
    const { id } = done(await createSource(context, input));
    sources.set(key, id);
    return id;
  };
  const copyOf = async (context: Context, key: SourceKey) => {
    const known = copies.get(key);
    if (known !== undefined) return known;
    const id = await keep(context, { key, sourceId: await sourceOf(context, key) });
    copies.set(key, id);
    return id;
  };
  return { sourceOf, copyOf };
}

async function keep(context: Context, { key, sourceId }: { key: SourceKey; sourceId: string }): Promise<string> {
  const copy = sampleCopies[key];
  if (copy === undefined) throw new Error(`The sample has no copy of ${key}.`);
  const { fileName, contentType, content, isFetched } = copy;
  const [id, bytes] = [uuidv7(), new TextEncoder().encode(content)];
  if (isFetched !== true) {
    const file = { id, sourceId, evidenceId: null, bytes, fileName, contentType };
    return done(await uploadCapture(context, file)).id;
  }
  const { address } = sampleSources[key];
  const headers = [["content-type", contentType]] as const;
  const answer = { mediaType: contentType, requested: address, address, status: 200, headers, redirects: [] };
  const kept = { ...answer, bytes, fileName: "", obtainedBy: "fetched" } as const;
  return done(await keepCapture(context, { id, sourceId }, kept)).id;
}

/** An editor merges the accounts that a colleague had entered a second time. */
export async function mergeTheDouble(cast: Cast, library: SampleLibrary): Promise<void> {
  const id = await library.sourceOf(cast("padma"), "accountsAgain");
  const intoId = await library.sourceOf(cast("padma"), "accounts");
  done(await mergeSources(cast("padma"), { id, intoId }));
}
