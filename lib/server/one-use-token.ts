import "server-only";
import { randomBytes } from "node:crypto";
import { sha256Hex } from "#lib/formats/canonical-json.ts";

/** 256 random bits for an address, and the digest that the database keeps of them. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return sha256Hex(`stet-link ${token}`);
}
