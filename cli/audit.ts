import type { Command } from "commander";
import { ok } from "#lib/domain/result.ts";
import { verifyEveryAudit } from "#lib/server/queries/verify-audit.ts";
import { report } from "./answer.ts";
import { withDesk } from "./run.ts";

type Options = { json?: true };

export function addAuditCommand(program: Command): void {
  const audit = program.command("audit").description("the desk's record");
  audit
    .command("verify")
    .description("recompute the hash chain of every desk; ends with 1 when something does not fit")
    .option("--json", "print the result as JSON")
    .action((options: Options) =>
      withDesk(async ({ db }) => {
        const checks = await verifyEveryAudit(db);
        const line = (check: (typeof checks)[number]) =>
          check.problems.length === 0
            ? `${check.name}: ${check.entries} entries, whole, ends in ${check.head.slice(0, 16)}`
            : `${check.name}: ${check.problems.join(" ")}`;
        report(ok(checks), { json: options.json === true, sentence: (value) => value.map(line).join("\n") });
        if (checks.some((check) => check.problems.length > 0)) process.exitCode = 1;
      }),
    );
}
