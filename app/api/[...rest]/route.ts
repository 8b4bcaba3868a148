import { problem } from "#lib/server/route.ts";

function nothing(): Response {
  return problem(404, "There is nothing at this address.");
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
