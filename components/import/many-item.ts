/** The details that a staged import found, as an article is made with them; "" for what was not found. */
export type Details = Readonly<
  Record<"title" | "byline" | "publisher" | "publishedOn" | "address" | "language", string>
>;

export type Found = { readonly words: number; readonly warnings: readonly string[]; readonly details: Details };

/** How far one of many imports is. `read` ones wait to be frozen; `problem` says why freezing one was refused. */
export type Progress =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "read"; readonly found: Found; readonly problem: string }
  | { readonly kind: "freezing"; readonly found: Found }
  | { readonly kind: "frozen"; readonly found: Found };

/** One of many imports. `name` is its address, or the name of its file; `id` that of the import and of the article. */
export type ManyItem = {
  readonly id: string;
  readonly way: "address" | "file";
  readonly name: string;
  readonly progress: Progress;
};

/** As many as one list takes. */
export const mostItems = 200;

export const fileLost = "The page was left before this file was sent. Choose the file again.";

/** Whether an import can be frozen without anybody looking at it: read, with a title, and nothing to warn of. */
export function isPlain({ progress }: ManyItem): boolean {
  return progress.kind === "read" && progress.found.warnings.length === 0 && progress.found.details.title !== "";
}

export function isSettled({ progress }: ManyItem): boolean {
  return progress.kind !== "waiting" && progress.kind !== "sending";
}

/** The list as it can go on after its page was loaded anew: files are gone, what was on its way is sent again. */
export function takenUp(items: readonly ManyItem[]): ManyItem[] {
  return items.map((item) => ({ ...item, progress: takenUpProgress(item) }));
}

function takenUpProgress({ way, progress }: ManyItem): Progress {
  if (progress.kind === "freezing") return { kind: "read", found: progress.found, problem: "" };
  const isUnsent = progress.kind === "waiting" || progress.kind === "sending";
  if (!isUnsent) return progress;
  return way === "file" ? { kind: "failed", sentence: fileLost } : { kind: "waiting" };
}

/** The addresses in a text, one a line; a line without a scheme is taken for https. `bad` holds what is none. */
export function addressesIn(text: string): { readonly good: readonly string[]; readonly bad: readonly string[] } {
  const good = new Set<string>();
  const bad: string[] = [];
  for (const line of text.split(/\s*\n\s*/u).map((part) => part.trim())) {
    if (line === "") continue;
    const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(line) && !/^[^/]+:\d/.test(line) ? line : `https://${line}`);
    const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !/\s/.test(line);
    if (isWeb || isLocal(url)) good.add(url?.href ?? line);
    else bad.push(line);
  }
  return { good: [...good], bad };
}

/** A name without a dot is one of the own network, which the desk's fetch may be allowed to reach. */
function isLocal(url: URL | null): boolean {
  return url !== null && /^https?:$/.test(url.protocol) && /^(?:localhost|\[[\da-f:.]+\])$/i.test(url.hostname);
}
