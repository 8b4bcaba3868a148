import { z } from "zod";
import { editionSchema, type SignedEdition } from "#lib/domain/edition.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { canonicalForm } from "#lib/formats/canonical-form.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { tooMuchIn } from "#lib/formats/proof/json-weight.ts";
import { signedShape } from "#lib/formats/proof/signed-shape.ts";

/** `canonical` is the RFC 8785 form of the edition, what its digest is of; `isCanonical` whether the text was that of the whole. */
export type ReadProof = {
  readonly signed: SignedEdition;
  readonly canonical: string;
  readonly isCanonical: boolean;
};

const tooDeep = "The proof is no edition: it nests deeper than one ever does.";
const tooMuch = "The proof holds more than any edition does: it is none. Ask the desk for the file again.";

/** Reads a signed edition from JSON. The error is a sentence that says what keeps it from being one. */
export function readSigned(text: string): Result<ReadProof, string> {
  if (text.length > editionLimits.bytes) return err(tooMuch);
  const weight = tooMuchIn(text);
  if (weight !== null) return err(weight === "depth" ? tooDeep : tooMuch);
  const value = jsonOf(text);
  if (value === undefined) return err("The proof is not JSON: it was cut or changed.");
  const read = signedShape.safeParse(value);
  if (!read.success) return err(whyNot(value, read.error.issues[0]?.path ?? []));
  const signed = read.data;
  try {
    const { edition, ...around } = signed;
    const canonical = canonicalForm(edition);
    const whole = `{"edition":${canonical},${canonicalForm(around).slice(1)}`;
    const written = text.endsWith("\n") ? text.slice(0, -1) : text;
    // In HTML it is written without a "<", which could end the element it stands in.
    const isCanonical = written === whole || written === whole.replaceAll("<", "\\u003c");
    return ok({ signed, canonical, isCanonical });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return err(
      holdsEndless(value)
        ? "The proof holds a number that is larger than any in an edition: it was changed."
        : "The proof holds half a character, which no edition does: it was changed.", // A lone surrogate.
    );
  }
}

function whyNot(value: unknown, path: readonly PropertyKey[]): string {
  const schema = schemaNamed(value);
  if (schema !== undefined && schema !== editionSchema) {
    return `The edition is written as "${schema.slice(0, 60)}", and this program reads "${editionSchema}". Use a newer one.`;
  }
  const place = path.join(".");
  if (place === "proof.keyId") return "The proof names its key by something else than an id: it was changed.";
  return `The proof is not an edition as this program knows it${place === "" ? "" : `: ${place} is missing or not what it has to be`}.`;
}

const named = z.looseObject({ edition: z.looseObject({ schema: z.string() }) });

function schemaNamed(value: unknown): string | undefined {
  return named.safeParse(value).data?.edition.schema;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a number in it was written with more than a number can hold, such as 1e400. */
function holdsEndless(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsEndless);
}
