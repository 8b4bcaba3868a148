import "server-only";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#lib/domain/role.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { defaultFetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { forgetJobs } from "#lib/server/repositories/forget-jobs.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { remindReplies } from "#lib/server/use-cases/remind-replies.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import type { PersonKey, SamplePerson } from "#prisma/sample/people.ts";
import { samplePeople } from "#prisma/sample/people.ts";
import { mergeTheDouble, type SampleLibrary, sampleLibrary } from "#prisma/sample/sample-library.ts";
import { acceptSamplePeople } from "#prisma/sample/sample-members.ts";
import { noticeTheChange } from "#prisma/sample/sample-watch.ts";
import { workOnClaim } from "#prisma/sample/sample-work.ts";
import type { SampleArticle } from "#prisma/sample/shape.ts";

/**
 * Makes the sample desk through the same use-cases that people use, so that its record, contributions and digests are
 * real. `now` is the moment at which it is finished; the work lies in the days before. Nothing is fetched, then or
 * later: the sources are invented. Gives its people.
 */
export async function createSampleDesk(
  { db, blobs }: Pick<Context, "db" | "blobs">,
  now: Date,
): Promise<readonly SamplePerson[]> {
  const begun = now.getTime() - 4 * 24 * 3_600_000;
  const pace = 6 * 60_000;
  let steps = 0;
  const tick = () => {
    steps += 1;
    return new Date(Math.min(begun + steps * pace, now.getTime()));
  };
  const actors = await inTransaction(db, (tx) => acceptSamplePeople(tx, tick()));
  const cast: Cast = (person) => ({
    actor: actorOf(done(actors), person),
    db,
    now: tick(),
    fetchPolicy: defaultFetchPolicy,
    blobs,
  });
  const library = sampleLibrary();
  for (const article of sampleArticles) await importSample(cast, article, { library, today: now });
  await mergeTheDouble(cast, library);
  const context = cast("ines");
  const seenAt = new Date(now.getTime() - 5 * 3_600_000);
  await noticeTheChange({ ...context, now: seenAt }, await library.sourceOf(context, "courier"));
  await remindReplies({ db, now });
  await forgetJobs(db, context.actor.deskId);
  return Object.values(samplePeople);
}

type Setting = { readonly library: SampleLibrary; readonly today: Date };

async function importSample(cast: Cast, article: SampleArticle, setting: Setting): Promise<void> {
  const id = uuidv7();
  const bytes = new TextEncoder().encode(article.markdown);
  const { title, byline, publisher, publishedOn, language, importedBy } = article;
  const file = { way: "file", id, bytes, fileName: "sample.md", contentType: "text/markdown" } as const;
  done(await stageImport(cast(importedBy), file));
  done(await importArticle(cast(importedBy), { id, title, byline, publisher, publishedOn, address: null, language }));
  const { version, text } = done(await articlePage(cast(importedBy), id));
  const claims: { id: string; claim: SampleArticle["claims"][number] }[] = [];
  for (const claim of inTextOrder(article, text)) {
    const start = text.indexOf(claim.quote);
    const span = { id: uuidv7(), articleId: id, versionId: version.id, start, end: start + claim.quote.length };
    claims.push({ id: done(await markClaim(cast(claim.markedBy), span)).id, claim });
  }
  const claimOn = (quote: string) => claims.find(({ claim }) => claim.quote === quote)?.id ?? "";
  for (const { id: claimId, claim } of claims) await workOnClaim({ cast, claimId, claim, claimOn, ...setting });
}

function inTextOrder(article: SampleArticle, text: string) {
  return [...article.claims].sort((a, b) => text.indexOf(a.quote) - text.indexOf(b.quote));
}

function actorOf(actors: ReadonlyMap<PersonKey, Actor>, person: PersonKey): Actor {
  const actor = actors.get(person);
  if (actor === undefined) throw new Error(`The sample has no ${person}.`);
  return actor;
}
