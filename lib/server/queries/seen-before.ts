import "server-only";
import type { SeenBefore } from "#lib/domain/import-views.ts";
import { comparableAddress, comparableHost } from "#lib/domain/same-address.ts";
import { likeness, sketchOf } from "#lib/domain/text-sketch.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import type { KnownArticle } from "#lib/server/repositories/known-texts.ts";
import { articlesAtHost, newestArticles, versionSketches } from "#lib/server/repositories/known-texts.ts";

/** Of what two texts say, how much has to be the same for one to be offered as a version of the other. */
const nearlyTheSame = 0.5;
const newestCompared = 500;

type Asked = { readonly addresses: readonly (string | null | undefined)[]; readonly text: string };

/**
 * The article of the desk that a text seems to be a version of: one with the same address, or else the one among the 500
 * that were worked on last whose newest version says nearly the same. Null when there is none that the actor may revise.
 */
export async function seenBefore(context: Context, { addresses, text }: Asked): Promise<SeenBefore | null> {
  const { actor, db } = context;
  const mayRevise = (article: KnownArticle) => can(actor, "article.version", article);
  const wanted = new Set(addresses.flatMap((address) => (address ? (comparableAddress(address) ?? []) : [])));
  for (const host of hostsOf(addresses)) {
    const there = (await articlesAtHost(db, actor.deskId, host)).filter(mayRevise);
    const same = there.find(({ address }) => wanted.has(comparableAddress(address ?? "") ?? ""));
    if (same !== undefined) return seen(same, "address");
  }
  const sketch = sketchOf(text);
  if (sketch.length === 0) return null;
  const articles = (await newestArticles(db, actor.deskId, newestCompared)).filter(mayRevise);
  const newest = articles.flatMap(({ versions: [version] }) => (version === undefined ? [] : [version.id]));
  const sketches = await versionSketches(db, actor.deskId, newest);
  let best: { article: KnownArticle; like: number } | null = null;
  for (const article of articles) {
    const known = sketches.get(article.versions[0]?.id ?? "");
    const like = known === undefined ? 0 : likeness(sketch, known);
    if (like >= nearlyTheSame && like > (best?.like ?? 0)) best = { article, like };
  }
  return best === null ? null : seen(best.article, "text");
}

function hostsOf(addresses: Asked["addresses"]): string[] {
  const urls = addresses.flatMap((address) => (address ? (URL.parse(address) ?? []) : []));
  return [...new Set(urls.map(comparableHost))].filter((host) => host !== "");
}

function seen({ id, title, versions: [version] }: KnownArticle, because: SeenBefore["because"]): SeenBefore | null {
  if (version === undefined) return null;
  return { articleId: id, title, version: version.number, frozenAt: version.createdAt.toISOString(), because };
}
