import "server-only";
import type { MemberView } from "#lib/domain/member-view.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { assignableMembers } from "#lib/server/queries/colleagues.ts";
import { articleRows } from "#lib/server/repositories/articles.ts";
import { presentRatings } from "#lib/server/repositories/desks.ts";

type QueueChoices = {
  readonly members: readonly MemberView[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly ratings: readonly string[];
};

/** What the filters of the queue offer: people, the 100 articles changed last, the labels of the present scale. */
export async function queueChoices(context: Context): Promise<QueueChoices> {
  const { actor, db } = context;
  if (!can(actor, "desk.read", actor)) return { members: [], articles: [], ratings: [] };
  const [members, articles, ratings] = await Promise.all([
    assignableMembers(context),
    articleRows(db, actor.deskId, { before: null, take: 100 }),
    presentRatings(db, actor.deskId),
  ]);
  return {
    members,
    articles: articles.map(({ id, title }) => ({ id, title })),
    ratings: ratings.map((rating) => rating.label),
  };
}
