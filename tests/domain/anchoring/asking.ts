import type { Anchor, AnchorRequest, PositionSelector } from "#lib/domain/anchoring/anchor.ts";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";

type Asked = {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly position?: PositionSelector;
};

export function quoted({ exact, prefix = "", suffix = "", position }: Asked): AnchorRequest {
  return { id: exact, ways: [[{ quote: { exact, prefix, suffix }, position: position ?? null }]], problems: [] };
}

export function positioned(start: number, end: number): AnchorRequest {
  return { id: start, ways: [[{ quote: null, position: { start, end } }]], problems: [] };
}

export function anchorAll(text: string, requests: readonly AnchorRequest[]): Anchor[] {
  const anchored = anchorAnnotations(text, requests);
  if (!anchored.ok) throw new Error(anchored.error);
  return anchored.value;
}

export function anchorOne(text: string, asked: Asked): Anchor {
  const [anchor] = anchorAll(text, [quoted(asked)]);
  if (anchor === undefined) throw new Error("a request without an answer");
  return anchor;
}

/** The placement with the words it stands on, or those of its candidates. */
export function told(text: string, anchor: Anchor | undefined): string {
  if (anchor === undefined) return "nothing";
  if (anchor.placement === "lost") return "lost";
  if (anchor.placement !== "ambiguous") return `${anchor.placement}: ${text.slice(anchor.start, anchor.end)}`;
  return `ambiguous: ${anchor.candidates.map(({ start, end }) => text.slice(start, end)).join(" | ")}`;
}
