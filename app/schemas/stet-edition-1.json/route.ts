import { editionJsonSchema } from "#lib/formats/edition/edition-schema.ts";

/** The JSON Schema of signed editions. It is the same for everybody and says nothing of a desk. */
export function GET(request: Request): Response {
  const schema = editionJsonSchema(new URL(request.url).origin);
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=3600" },
  });
}
