import { createHash } from "node:crypto";
import { canonicalForm } from "#lib/formats/canonical-form.ts";

/** The canonical form of a JSON value (RFC 8785). Throws on what JSON cannot hold, lone surrogates among it. */
export function canonicalJson(value: unknown): string {
  return canonicalForm(value);
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
