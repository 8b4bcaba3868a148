#!/usr/bin/env -S node -C react-server --disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning
import { Command, CommanderError } from "commander";
import { addAgreementCommand } from "./agreement.ts";
import { addAlignCommand } from "./align.ts";
import { addAnchorCommand } from "./anchor.ts";
import { Refused } from "./answer.ts";
import { addClaimReviewCommand } from "./claimreview.ts";
import { addVerifyCommand } from "./verify.ts";

const program = new Command("stet")
  .description("Stet, a fact-checking editorial workbench. Works on the desk that `npm start` runs here.")
  .version("0.1.0")
  .showHelpAfterError("Run `npx stet --help` to see what there is.")
  .exitOverride();

/** What needs no desk starts without loading one. */
const [name] = process.argv.slice(2);
const deskless = ["agreement", "align", "anchor", "claimreview", "verify"].includes(name ?? "");
if (!deskless && name !== "extract") {
  const { addDeskCommands } = await import("./desk-commands.ts");
  addDeskCommands(program);
}
addAgreementCommand(program);
addAlignCommand(program);
addAnchorCommand(program);
addClaimReviewCommand(program);
addVerifyCommand(program);
if (!deskless) {
  const { addExtractCommand } = await import("./extract.ts");
  addExtractCommand(program);
}

/** 0 done, 1 refused or failed, 2 wrong usage. */
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const sentence = error instanceof Error ? error.message : String(error);
    const kind = error instanceof Refused ? error.kind : "failed";
    if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ error: kind, sentence })}\n`);
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}
