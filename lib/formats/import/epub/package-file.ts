import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { Archive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf, readXml } from "#lib/formats/import/xml.ts";

/** A chapter in the order of reading; `isAside`: not part of the text's own run, or a table of contents. */
type SpineItem = { readonly path: string; readonly isAside: boolean };
type BookPackage = { readonly metadata: XmlElement | null; readonly spine: readonly SpineItem[] };

/** The parts of a tree's names and attributes without their prefix, which books choose freely. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function childrenNamed(element: XmlElement | null, name: string): XmlElement[] {
  return element === null ? [] : childrenOf(element).filter((child) => localName(child.name) === name);
}

/** Reads the package document of an EPUB, which the container names (EPUB 3.3, 2.0.1). */
export async function readPackage(archive: Archive): Promise<Result<BookPackage, ImportProblem>> {
  const container = await xmlAt(archive, "META-INF/container.xml");
  if (!container.ok) return container;
  const rootfiles = childrenNamed(container.value, "rootfiles").flatMap((files) => childrenNamed(files, "rootfile"));
  const path = rootfiles[0]?.attributes["full-path"];
  if (path === undefined) return err({ kind: "damaged" });
  const read = await xmlAt(archive, path);
  if (!read.ok) return read;
  const root = read.value;
  const items = new Map(
    childrenNamed(childrenNamed(root, "manifest")[0] ?? null, "item").map((item) => [item.attributes.id ?? "", item]),
  );
  const contents = childrenNamed(childrenNamed(root, "guide")[0] ?? null, "reference")
    .filter(({ attributes }) => attributes.type === "toc")
    .map(({ attributes }) => resolved(path, attributes.href ?? ""));
  const spine = childrenNamed(childrenNamed(root, "spine")[0] ?? null, "itemref").flatMap((reference): SpineItem[] => {
    const item = items.get(reference.attributes.idref ?? "");
    const type = item?.attributes["media-type"] ?? "";
    if (item?.attributes.href === undefined || !/^(?:application\/xhtml\+xml|text\/html|$)/.test(type)) return [];
    const target = resolved(path, item.attributes.href);
    const isNavigation = (item.attributes.properties ?? "").split(/\s+/).includes("nav") || contents.includes(target);
    return [{ path: target, isAside: isNavigation || reference.attributes.linear === "no" }];
  });
  if (spine.length === 0) return err({ kind: "damaged" });
  return ok({ metadata: childrenNamed(root, "metadata")[0] ?? null, spine });
}

/** A file of the container as XML; one that is missing means a damaged book. */
async function xmlAt(archive: Archive, path: string): Promise<Result<XmlElement, ImportProblem>> {
  const read = await archive.read(path);
  if (!read.ok) return read;
  return read.value === null ? err({ kind: "damaged" }) : readXml(new TextDecoder().decode(read.value));
}

/** A path in the container, from a reference in one of its files; never above the container. */
function resolved(from: string, href: string): string {
  const url = URL.parse(href, new URL(encodeURI(from), "book:///"));
  try {
    return url === null ? "" : decodeURIComponent(url.pathname).replace(/^\/+/, "");
  } catch {
    return ""; // A lone % in a name: no such file.
  }
}
