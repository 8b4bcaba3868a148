import { stageImport as schema } from "#lib/schemas/import.ts";
import { fieldErrors } from "#lib/server/action.ts";
import { readImport } from "#lib/server/read-import.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { answer, guarded, invalidProblem, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";

/** Stages an import from a form with `way` = paste, file or address. Read as a stream, so that too much is refused early. */
export function POST(request: Request): Promise<Response> {
  return guarded("import", () => stage(request));
}

async function stage(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const sent = await readImport(request);
  if (!sent.ok) return problem(sent.error.status, sent.error.sentence);
  const input = schema.safeParse(sent.value);
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return answer(await stageImport(session.context, input.data), 201);
}
