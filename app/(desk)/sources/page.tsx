import type { Metadata } from "next";
import { SourceList } from "#components/source/source-list.tsx";
import { sourceKinds } from "#lib/domain/evidence.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Sources" };

type Asked = Readonly<Record<"find" | "kind" | "after", string | string[] | undefined>>;

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const words = typeof asked.find === "string" ? asked.find : "";
  const kind = sourceKinds.find((each) => each === asked.kind) ?? null;
  const after = typeof asked.after === "string" ? asked.after : null;
  const context = await pageContext();
  const list = await sourceList(context, { words, kind, after });
  const copies = words === "" || after !== null ? null : await captureSearch(context, { words, page: 0 });
  const query = new URLSearchParams({ ...(words === "" ? {} : { find: words }), ...(kind === null ? {} : { kind }) });
  if (list.next !== null) query.set("after", list.next);
  return (
    <SourceList
      list={list}
      words={words}
      kind={kind}
      copies={copies?.found ?? []}
      next={list.next === null ? null : `?${query}`}
    />
  );
}
