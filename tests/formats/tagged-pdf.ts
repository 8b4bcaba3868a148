import { Buffer } from "node:buffer";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";

/** An element of the structure tree with all words in it, in the order of the tags; `page` is counted from 1. */
type TaggedPart = { readonly role: string; readonly words: string; readonly page: number };
type Bookmark = { readonly title: string; readonly under: string; readonly page: number };
type Node = {
  readonly role?: string | undefined;
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: readonly Node[] | undefined;
};

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    role: z.string().optional(),
    type: z.string().optional(),
    id: z.string().optional(),
    children: z.array(nodeSchema).optional(),
  }),
);
/** The library's own type has no tag. */
const markSchema = z.object({ type: z.string(), tag: z.string().optional(), id: z.string().nullish() });
const outlineSchema = z.array(
  z.object({ title: z.string(), items: z.array(z.object({ title: z.string(), dest: z.array(z.unknown()) })) }),
);
const referenceSchema = z.object({ num: z.number(), gen: z.number() });

/** What a reader that knows nothing of this program finds in a PDF: its tags, bookmarks, metadata and attachments. */
export async function readTaggedPdf(bytes: Uint8Array | string) {
  const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const document = await getDocument({ data: new Uint8Array(data), verbosity: VerbosityLevel.ERRORS }).promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => await tagsOf(await document.getPage(index + 1))),
    );
    const marks = new Map(Object.entries(Object.fromEntries([...Object(await document.getMarkInfo())])));
    return {
      info,
      metadata: metadata?.getRaw() ?? "",
      isMarked: marks.get("Marked") === true,
      attachments: await attachmentsOf(document),
      outline: await bookmarksOf(document),
      parts: pages.flatMap(({ parts }) => parts),
      untagged: pages.flatMap(({ untagged }) => untagged),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<[string, string][]> {
  const names = [...((await document.getAttachments())?.keys() ?? [])];
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      return [name, Buffer.from((await document.getAttachmentContent(name)) ?? []).toString("utf8")];
    }),
  );
}

async function bookmarksOf(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const top = outlineSchema.parse(await document.getOutline());
  const pairs = top.flatMap(({ title, items }) => items.map((item) => ({ under: title, ...item })));
  return await Promise.all(
    pairs.map(async ({ title, under, dest }) => {
      return { title, under, page: (await document.getPageIndex(referenceSchema.parse(dest[0]))) + 1 };
    }),
  );
}

async function tagsOf(page: PDFPageProxy): Promise<{ parts: TaggedPart[]; untagged: string[] }> {
  const tree = nodeSchema.parse(await page.getStructTree());
  const marked = new Map<string, string>();
  const bare: string[] = [];
  const open: (string | null)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (!("str" in item)) {
      const mark = markSchema.parse(item);
      if (mark.type === "endMarkedContent") open.pop();
      else open.push(mark.tag === "Artifact" ? null : (mark.id ?? ""));
      continue;
    }
    if (open.includes(null)) continue;
    const id = open.findLast((each) => each !== "" && each !== null) ?? "";
    if (id !== "") marked.set(id, (marked.get(id) ?? "") + item.str);
    else if (item.str.trim() !== "") bare.push(item.str);
  }
  const inTree = new Set(idsIn(tree));
  const lost = [...marked].flatMap(([id, words]) => (inTree.has(id) || words.trim() === "" ? [] : [words]));
  const parts = outermost(tree).map((node) => ({
    role: node.role ?? "",
    words: idsIn(node)
      .map((id) => marked.get(id) ?? "")
      .join(""),
    page: page.pageNumber,
  }));
  return { parts, untagged: [...bare, ...lost] };
}

function idsIn({ type, id, children = [] }: Node): string[] {
  return [...(type === "content" && id !== undefined ? [id] : []), ...children.flatMap(idsIn)];
}

const grouping = new Set(["Root", "Document", "Sect", "Div", "Part", "Art", "NonStruct"]);

/** The elements below those that only group others. */
function outermost(node: Node): Node[] {
  if (node.role === undefined) return (node.children ?? []).flatMap(outermost);
  return grouping.has(node.role) ? (node.children ?? []).flatMap(outermost) : [node];
}
