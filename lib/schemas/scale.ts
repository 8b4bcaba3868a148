import { z } from "zod";
import { ratingTokens } from "#lib/domain/rating.ts";
import { ratingIcons } from "#lib/domain/rating-icon.ts";
import { scaleKinds, type Translation } from "#lib/domain/scale.ts";
import { canonicalTag, identifier, writtenText } from "#lib/schemas/text.ts";

// How long words may be is for the domain to say, with the name of the field; here only what is far beyond.
const words = writtenText(2000);
const translation = z.object({ label: words, definition: words.default("") });

/** By canonical BCP 47 tag; the same language twice, or what is none, is refused. */
const translations = z.record(z.string().max(40), translation).transform((given, context) => {
  const found = new Map<string, Translation>();
  for (const [written, said] of Object.entries(given)) {
    const tag = canonicalTag(written);
    if (tag === null || found.has(tag)) {
      const message =
        tag === null ? "Write the language as a tag, for example en, de or ar." : `The language ${tag} is there twice.`;
      context.issues.push({ code: "custom", message, input: given });
      return z.NEVER;
    }
    found.set(tag, said);
  }
  return Object.fromEntries(found);
});

const rating = z.object({
  label: words,
  definition: words.default(""),
  token: z.enum(ratingTokens, "Choose a colour of the list."),
  value: z.number("Write a whole number, or null off the scale.").nullable().default(null),
  icon: z.enum(ratingIcons, "Choose a sign of the list.").default(""),
  translations: translations.default({}),
});

/** A scale in the place of the present one: `id` names the new one, `scaleId` is the one that was read. */
export const reviseScale = z.object({
  id: identifier,
  scaleId: identifier,
  name: words,
  kind: z.enum(scaleKinds, "Say whether verdicts are ratings or sentences.").default("ordered"),
  preset: writtenText(100).default(""),
  ratings: z.array(rating, "Send the ratings as a list.").max(200, "Keep to 20 ratings or fewer."),
});
export type ReviseScale = z.output<typeof reviseScale>;

/** The same from a form, where the ratings are JSON in one field and `rowVersion` is the scale that was read. */
export const scaleForm = z
  .looseObject({ ratings: z.string() })
  .transform(({ ratings, ...form }) => ({ ...form, scaleId: form.rowVersion, ratings: parsed(ratings) }))
  .pipe(reviseScale);

const stored = z.record(z.string(), z.object({ label: z.string(), definition: z.string() }));

/** A rating's translations as they are stored. Throws on anything else. */
export function translationsOf(json: unknown): Readonly<Record<string, Translation>> {
  return stored.parse(json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The schema behind says what is wrong with it.
    return null;
  }
}
