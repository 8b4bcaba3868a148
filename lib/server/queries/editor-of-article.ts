import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { deskOfArticle } from "#lib/server/repositories/articles.ts";
import { presentActors } from "#lib/server/repositories/members.ts";

/** The one member who may publish what is said of this article, for whoever runs the installation; else why there is none. */
export async function editorOf({ db }: Pick<Context, "db">, articleId: string): Promise<Actor | "none" | "several"> {
  const deskId = await deskOfArticle(db, articleId);
  const members = deskId === null ? [] : await presentActors(db, deskId);
  const editors = members.filter((member) => can(member, "report.publish", member));
  if (editors.length > 1) return "several";
  return editors[0] ?? "none";
}
