import { z } from "zod";
import { columnRoles } from "#lib/domain/annotation-sheet.ts";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";

/** A fact-check sheet, to have its columns named before its rows come into an article. `id` names the upload. */
export const stageSheet = z.object({
  id: identifier,
  articleId: identifier,
  bytes: z.instanceof(Uint8Array, { error: "Choose a file." }),
  fileName: z.string().max(500).default(""),
});
export type StageSheet = z.output<typeof stageSheet>;

const roles = z.array(z.enum(columnRoles)).min(1).max(100);
/** What each column holds: a list, or what a form sends in one field ("quote,source,out"). */
const columns = z.union([
  roles,
  z
    .string()
    .transform((list) => list.split(","))
    .pipe(roles),
]);

/** Looks for the rows of a sheet of that file, from 0, in the article's newest version. */
export const placeSheet = z.object({
  id: identifier,
  articleId: identifier,
  sheet: wholeNumber(0, 49),
  named: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]),
  columns: columns.refine(
    (list) => list.includes("quote") || list.includes("statement"),
    "Say which column has the quote or the statement.",
  ),
});
export type PlaceSheet = z.output<typeof placeSheet>;
