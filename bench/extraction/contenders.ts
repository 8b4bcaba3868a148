import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { composeText } from "#lib/domain/text.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import { parseHtml } from "#lib/formats/import/html-tree.ts";
import { readHtmlPage } from "#lib/formats/import/read-html.ts";
import type { CorpusPage } from "./corpus.ts";

/** What a contender says of a page; `milliseconds` are its own work, without ours of turning its HTML into text. */
export type Answer = {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly day: string | null;
  readonly milliseconds: number;
};

type Contender = { readonly name: string; readonly read: (page: CorpusPage) => Promise<Answer> };

const silent: Answer = { text: "", title: null, authors: [], day: null, milliseconds: 0 };

const stet: Contender = {
  name: "Stet",
  async read({ html, address }) {
    const began = performance.now();
    const result = readHtmlPage(html, address || null);
    const milliseconds = performance.now() - began;
    if (!result.ok) return { ...silent, milliseconds };
    const { blocks, metadata } = result.value;
    const { title, byline, published } = metadata;
    return {
      text: composeText(blocks).text,
      title: title?.value ?? null,
      authors: byline?.value ?? [],
      day: published?.value.slice(0, 10) ?? null,
      milliseconds,
    };
  },
};

const readability: Contender = {
  name: "Readability with linkedom",
  read: async ({ html }) =>
    await timed(async () => {
      const { document } = parseHTML(html);
      const article = new Readability(document).parse();
      return {
        html: article?.content ?? "",
        title: article?.title ?? null,
        author: article?.byline ?? null,
        date: article?.publishedTime ?? null,
      };
    }),
};

const defuddle: Contender = {
  name: "defuddle with linkedom",
  read: async ({ html, address }) =>
    await timed(async () => {
      const { document } = parseHTML(html);
      const { content, title, author, published } = await Defuddle(document, address, { useAsync: false });
      return { html: content, title, author, date: published };
    }),
};

export const contenders = { stet, readability, defuddle };

type Found = {
  readonly html: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
};

/** A page that a library stumbles over counts as one where it found nothing. */
async function timed(work: () => Promise<Found>): Promise<Answer> {
  const { error: complain } = console;
  console.error = () => undefined; // defuddle prints a stack for every page whose JSON-LD is broken.
  const began = performance.now();
  try {
    const { html, title, author, date } = await work();
    const milliseconds = performance.now() - began;
    return { text: textOf(html), title, authors: namesOf(author), day: dayOf(date), milliseconds };
  } catch {
    return { ...silent, milliseconds: performance.now() - began };
  } finally {
    console.error = complain;
  }
}

function textOf(html: string): string {
  const tree = parseHtml(html);
  return tree.ok ? htmlBlocks(tree.value, null).blocks.map(textOfDraft).join("\n\n") : "";
}

function namesOf(author: string | null): string[] {
  const line = (author ?? "").replace(/^\s*by\s+/i, "");
  return line.split(/\s*(?:[,;]|\s(?:and|&)\s)\s*/).filter((name) => name !== "");
}

function dayOf(date: string | null): string | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})/.exec(date ?? "")?.[1];
  if (iso !== undefined || !date) return iso ?? null;
  const read = new Date(`${date} UTC`);
  return Number.isNaN(read.getTime()) ? null : read.toISOString().slice(0, 10);
}
