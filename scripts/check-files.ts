import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const code = /[.](ts|tsx|js|css)$/;
const skipped = new Set(["node_modules", "generated", "test-results", "docs"]);
const roomsWithoutName = new Set(["utils", "helpers", "common", "services", "types", "hooks"]);
const longest = 250;

/** What the house asks of files and no other tool sees: one sentence per offence, empty when all is well. */
export function checkFiles(folder: string): string[] {
  return filesUnder(folder, "").flatMap((path) => {
    const lines = readFileSync(join(folder, path), "utf8").split("\n");
    const names = path.split("/");
    const name = names.at(-1) ?? "";
    const offences = [
      lines.length - 1 > longest && `${lines.length - 1} lines; ${longest} are the most`,
      names.some((part) => roomsWithoutName.has(part)) && "lies in a folder without a name of its own",
      !/^[a-z0-9.-]+$/.test(name) && "is not named in kebab-case",
      /^index[.]tsx?$/.test(name) && "is a barrel",
      path.startsWith("lib/server/") &&
        !/[.](js|d[.]ts)$/.test(path) &&
        !lines.includes('import "server-only";') &&
        'lacks import "server-only"',
      ...lines.map(
        (line, index) => /(^|\s)\/[/*].*\b(TODO|FIXME|XXX)\b/.test(line) && `line ${index + 1} postpones something`,
      ),
    ];
    return offences.filter((offence) => offence !== false).map((offence) => `${path}: ${offence}`);
  });
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || skipped.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, path);
    return code.test(entry.name) ? [path] : [];
  });
}
