import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { problem } from "#lib/server/route.ts";
import { signInOptions } from "#lib/server/sign-in-options.ts";

type Path = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, path: Path): Promise<Response> {
  return await NextAuth(request, path, signInOptions());
}

/** next-auth does not pass through the wrappers of actions and routes, so the gate stands here again. */
export async function POST(request: NextRequest, path: Path): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  return await NextAuth(request, path, signInOptions());
}
