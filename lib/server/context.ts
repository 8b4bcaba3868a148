import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import type { Db } from "#lib/server/db/client.ts";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";

/** What a use-case or query works with: who acts, on which database, when, and what may be fetched. One per request. */
export type Context = {
  readonly actor: Actor;
  readonly db: Db;
  readonly now: Date;
  readonly fetchPolicy: FetchPolicy;
  /** Where originals are kept. */
  readonly blobs: BlobStore;
};

/** What a job works with that acts for nobody: one desk's rows. */
export type SystemContext = Omit<Context, "actor"> & { readonly deskId: string };

/** Before anybody is signed in: signing in, setting up, joining. */
export type AnonymousContext = Pick<Context, "db" | "now">;
