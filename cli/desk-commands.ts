import type { Command } from "commander";
import { addAuditCommand } from "./audit.ts";
import { addBlobsCommand } from "./blobs.ts";
import { addExportCommand } from "./export.ts";
import { addImportCommand } from "./import.ts";
import { addReportCommand } from "./report.ts";
import { addUserCommand } from "./user.ts";
import { addWorkCommand } from "./work.ts";

/** The commands that open the desk's database. */
export function addDeskCommands(program: Command): void {
  addImportCommand(program);
  addExportCommand(program);
  addReportCommand(program);
  addUserCommand(program);
  addAuditCommand(program);
  addBlobsCommand(program);
  addWorkCommand(program);
}
