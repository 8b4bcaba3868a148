import type { Command } from "commander";
import { ok } from "#lib/domain/result.ts";
import { people } from "#lib/server/queries/people.ts";
import { issueSignInLink } from "#lib/server/use-cases/issue-link.ts";
import { Refused, report } from "./answer.ts";
import { withDesk } from "./run.ts";

type Options = { json?: true };

export function addUserCommand(program: Command): void {
  const user = program.command("user").description("people who can sign in");
  user
    .command("list")
    .description("everybody, with their desks and roles")
    .option("--json", "print the result as JSON")
    .action((options: Options) =>
      withDesk(async ({ db }) => {
        const rows = await people({ db, now: new Date() });
        const line = (row: (typeof rows)[number]) =>
          `${row.email}  ${row.name}  ${row.desks.map((desk) => `${desk.name} (${desk.role})`).join(", ")}`;
        report(ok(rows), { json: options.json === true, sentence: (value) => value.map(line).join("\n") });
      }),
    );
  user
    .command("link <email>")
    .description("a link that signs this person in once, within a day, from this machine only")
    .option("--json", "print the result as JSON")
    .action((email: string, options: Options) =>
      withDesk(async ({ db, baseUrl }) => {
        const issued = await issueSignInLink({ db, now: new Date() }, { email });
        if (!issued.ok) {
          throw new Refused(`Nobody has the address ${email}. \`npx stet user list\` shows who there is.`, "not-found");
        }
        const { name, token } = issued.value;
        const result = ok({ email: issued.value.email, name, url: `${baseUrl}/link/${token}` });
        report(result, { json: options.json === true, sentence: (value) => value.url });
      }),
    );
}
