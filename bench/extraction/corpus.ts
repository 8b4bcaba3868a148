import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";

/** A page and what is known of it; `body`, `title`, `author` and `day` are null where the corpus does not say. */
export type CorpusPage = {
  readonly id: string;
  /** How its corpus compares texts. */
  readonly source: "shingles" | "words";
  readonly address: string;
  readonly html: string;
  readonly body: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly day: string | null;
};

export type Corpus = { readonly name: string; readonly pages: readonly CorpusPage[] };

/** Pages are tuned on by even places of the sorted names, and judged by odd ones. */
export type Half = "tuning" | "held-out" | "both";

const bodies = z.record(z.string(), z.object({ url: z.string(), articleBody: z.string() }));
const truth = z.object({
  url: z.string().nullish(),
  title: z.string().nullish(),
  author: z.string().nullish(),
  publish_date: z.string().nullish(),
  main_content: z.string().nullish(),
});

/** The corpora below a folder: each has `html/ID.html.gz`, and either `ground-truth.json` or `truth/ID.json`. */
export function readCorpora(folder: string, half: Half): Corpus[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => existsSync(join(folder, name, "html")))
    .map((name) => ({ name, pages: pagesOf(join(folder, name), half) }));
}

function pagesOf(folder: string, half: Half): CorpusPage[] {
  const ids = readdirSync(join(folder, "html"))
    .map((file) => file.replace(/\.html\.gz$/, ""))
    .toSorted()
    .filter((_, place) => half === "both" || (place % 2 === 0) === (half === "tuning"));
  const list = join(folder, "ground-truth.json");
  const known = existsSync(list) ? bodies.parse(JSON.parse(readFileSync(list, "utf8"))) : null;
  return ids.flatMap((id): CorpusPage[] => {
    const decoded = decodeBytes(gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))), {
      markup: true,
      contentType: "text/html",
    });
    if (!decoded.ok) return [];
    const html = decoded.value.text;
    const listed = known?.[id];
    if (known !== null) {
      if (listed === undefined) return [];
      return [
        {
          id,
          source: "shingles",
          address: listed.url,
          html,
          body: listed.articleBody,
          title: null,
          author: null,
          day: null,
        },
      ];
    }
    const page = truth.parse(JSON.parse(readFileSync(join(folder, "truth", `${id}.json`), "utf8")));
    return [
      {
        id,
        source: "words",
        address: page.url ?? "",
        html,
        body: page.main_content || null,
        title: page.title || null,
        author: page.author || null,
        day: page.publish_date?.slice(0, 10) || null,
      },
    ];
  });
}
