import { stageSheet as schema } from "#lib/schemas/sheet.ts";
import { fieldErrors } from "#lib/server/action.ts";
import { readImport } from "#lib/server/read-import.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { answer, guarded, invalidProblem, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";
import { stageSheet } from "#lib/server/use-cases/stage-sheet.ts";

/** Stages a fact-check sheet for an article, from a form with `id`, `articleId` and `file`. Read as a stream. */
export function POST(request: Request): Promise<Response> {
  return guarded("sheets", () => stage(request));
}

async function stage(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const sent = await readImport(request);
  if (!sent.ok) return problem(sent.error.status, sent.error.status === 413 ? tooLarge : sent.error.sentence);
  const input = schema.safeParse(sent.value);
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return answer(await stageSheet(session.context, input.data), 201);
}

const tooLarge = "This sheet is larger than 10 MB. Split it.";
