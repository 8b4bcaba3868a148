import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { joinDesk } from "#lib/server/repositories/members.ts";
import { insertUser } from "#lib/server/repositories/people.ts";
import { createDesk } from "#lib/server/use-cases/set-up-desk.ts";
import { sampleDesk } from "#prisma/sample/content.ts";
import type { PersonKey } from "#prisma/sample/people.ts";
import { samplePeople } from "#prisma/sample/people.ts";

/** The sample's desk and people. Nobody has a password: they sign in by link. */
export async function acceptSamplePeople(tx: Tx, now: Date): Promise<Outcome<ReadonlyMap<PersonKey, Actor>>> {
  const actors = new Map<PersonKey, Actor>();
  const userIds = new Map<string, string>();
  for (const { email, name } of Object.values(samplePeople)) {
    const id = uuidv7();
    await insertUser(tx, { id, email, name, passwordHash: null, now });
    userIds.set(email, id);
  }
  const { sunniva, ...others } = samplePeople;
  const adminId = userIds.get(sunniva.email) ?? "";
  const { deskId, memberId } = await createDesk(tx, {
    name: sampleDesk.name,
    admin: { userId: adminId, name: sunniva.name },
    now,
  });
  actors.set("sunniva", { deskId, memberId, userId: adminId, name: sunniva.name, role: sunniva.role });
  for (const key of ["ines", "teodor", "padma", "jonas"] as const) {
    const { name, email, role } = others[key];
    const userId = userIds.get(email) ?? "";
    const id = await joinDesk(tx, { deskId, id: uuidv7(), userId, name, role, now });
    await appendAudit(
      tx,
      { deskId, actorId: id, now },
      { action: "member.join", subjectId: id, details: { name, role } },
    );
    actors.set(key, { deskId, memberId: id, userId, name, role });
  }
  return ok(actors);
}
