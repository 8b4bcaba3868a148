import { placeSheet as schema } from "#lib/schemas/sheet.ts";
import { runRoute } from "#lib/server/route.ts";
import { placeSheet } from "#lib/server/use-cases/place-sheet.ts";

type Path = { params: Promise<{ sheetId: string }> };

/** Looks for the rows of a staged sheet in its article, its columns named; they are brought in like annotations. */
export async function POST(request: Request, { params }: Path): Promise<Response> {
  const { sheetId } = await params;
  return await runRoute({ schema, request, path: { id: sheetId }, work: placeSheet });
}
