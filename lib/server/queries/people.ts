import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { allUsers } from "#lib/server/repositories/people.ts";

type Person = {
  readonly email: string;
  readonly name: string;
  readonly desks: readonly { readonly name: string; readonly role: string }[];
};

/** Everybody who can sign in, with their desks. For the operator of the installation, on the command line. */
export async function people({ db }: AnonymousContext): Promise<Person[]> {
  const users = await allUsers(db);
  return users.map(({ email, name, members }) => ({
    email,
    name,
    desks: members
      .filter((member) => member.leftAt === null)
      .map((member) => ({ name: member.desk.name, role: member.role })),
  }));
}
