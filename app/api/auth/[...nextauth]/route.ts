import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { problem } from "#lib/server/route.ts";
import { signInOptions } from "#lib/server/sign-in-options.ts";

type Path = { params: Promise<{ nextauth: string[] }> };

/** What the sign-in forms use of next-auth. Its own pages are closed: ours take their place. */
const open = new Set(["GET csrf", "GET providers", "GET session", "POST callback/password", "POST callback/link"]);

async function isOpen(method: string, { params }: Path): Promise<boolean> {
  return open.has(`${method} ${(await params).nextauth.join("/")}`);
}

export async function GET(request: NextRequest, path: Path): Promise<Response> {
  if (!(await isOpen("GET", path))) return problem(404, "There is nothing at this address.");
  return await NextAuth(request, path, signInOptions());
}

/** next-auth does not pass through the wrappers of actions and routes, so the gate stands here again. */
export async function POST(request: NextRequest, path: Path): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  if (!(await isOpen("POST", path))) return problem(404, "There is nothing at this address.");
  return await NextAuth(request, path, signInOptions());
}
