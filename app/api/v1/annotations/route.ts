import { stageAnnotations as schema } from "#lib/schemas/annotations.ts";
import { fieldErrors } from "#lib/server/action.ts";
import { readImport } from "#lib/server/read-import.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { answer, guarded, invalidProblem, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";
import { stageAnnotations } from "#lib/server/use-cases/stage-annotations.ts";

/** Stages a file of annotations for an article, from a form with `id`, `articleId` and `file`. Read as a stream. */
export function POST(request: Request): Promise<Response> {
  return guarded("annotations", () => stage(request));
}

async function stage(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const sent = await readImport(request);
  if (!sent.ok) return problem(sent.error.status, sent.error.status === 413 ? tooLarge : sent.error.sentence);
  const input = schema.safeParse(sent.value);
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return answer(await stageAnnotations(session.context, input.data), 201);
}

const tooLarge = "This file of annotations is larger than 10 MB. Split it.";
