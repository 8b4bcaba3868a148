import { uuidv7 } from "uuidv7";
import type { Context } from "#lib/server/context.ts";

/** A source of the desk with this address, "" for none; its id. */
export async function capturedSource({ actor, db, now }: Context, address: string): Promise<string> {
  const { deskId, memberId: createdById } = actor;
  const id = uuidv7();
  const row = { deskId, id, title: "Annual accounts 2025", address, createdById, createdAt: now, updatedAt: now };
  await db.source.create({ data: row });
  return id;
}
