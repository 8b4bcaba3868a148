import { blindActions } from "#lib/domain/blind.ts";

/** What a change is about, told to whoever looks at the desk; never a word of it. */
export const liveTopics = ["claim", "evidence", "source", "verdict", "thread", "article", "desk"] as const;
export type LiveTopic = (typeof liveTopics)[number];

export type LiveEvent = {
  readonly topic: LiveTopic;
  readonly articleId: string | null;
  readonly claimId: string | null;
  /** The member who made the change; null when nobody did. */
  readonly actorId: string | null;
};

/** A member who has a page of an article or claim open. */
export type Here = {
  readonly memberId: string;
  readonly name: string;
  readonly articleId: string | null;
  readonly claimId: string | null;
};

const topics: Readonly<Record<string, LiveTopic>> = {
  claim: "claim",
  evidence: "evidence",
  reply: "evidence",
  source: "source",
  capture: "source",
  watch: "source",
  feed: "source",
  verdict: "verdict",
  review: "verdict",
  second: "verdict",
  gate: "verdict",
  thread: "thread",
  article: "article",
  annotations: "article",
};

/** The topic of an action of the record, by the word before its dot; what is not known is the desk's. */
export function liveTopic(action: string): LiveTopic {
  return topics[action.slice(0, Math.max(0, action.indexOf(".")))] ?? "desk";
}

type Entry = { readonly action: string; readonly claimId: string | null };

/** Whether an entry of the record must not be told to a member who is blind for these claims. */
export function isHiddenFrom(blind: ReadonlySet<string>, { action, claimId }: Entry): boolean {
  return claimId !== null && blind.has(claimId) && !blindActions.some((known) => known === action);
}

/**
 * Who is where, as a member may know it who is blind for these claims: that somebody reads there tells of a review. Each
 * is named once in a place, so that nothing tells how many hidden pages they have open.
 */
export function hereFor(blind: ReadonlySet<string>, here: readonly Here[]): readonly Here[] {
  if (blind.size === 0) return here;
  const seen = new Set<string>();
  return here.flatMap((one) => {
    const shown = one.claimId !== null && blind.has(one.claimId) ? { ...one, claimId: null } : one;
    const place = `${shown.memberId} ${shown.articleId} ${shown.claimId}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [shown];
  });
}

/** What a page shows: an article, a claim, or lists of them. */
export type Place = { readonly articleId: string | null; readonly claimId: string | null };

const id = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=/|$)";

/** What stands on the page at this path of the desk. */
export function placeOfPath(path: string): Place {
  const articleId = new RegExp(`^/articles/${id}`, "i").exec(path)?.[1]?.toLowerCase() ?? null;
  const claimId = new RegExp(`^/(?:review|articles/[^/]+/claims)/${id}`, "i").exec(path)?.[1]?.toLowerCase() ?? null;
  return { articleId, claimId };
}

const still = new RegExp(
  `^/(?:captures/|articles/import(?:/|$)|articles/${id}/(?:versions/(?:new|edit|preview)|annotations|sheet)(?:/|$))`,
  "i",
);

/**
 * Whether the page at this path holds still while it is open, whatever changes: somebody decides there about just what
 * they were shown, and is told when it is sent that something came between.
 */
export function holdsStill(path: string): boolean {
  return still.test(path);
}

/** Whether a change bears on what the page at this path shows, apart from the counts in its bar. */
export function touches(path: string, { topic, articleId, claimId }: LiveEvent): boolean {
  const place = placeOfPath(path);
  if (place.articleId === null && place.claimId === null) return true;
  if (topic === "desk" || topic === "source") return claimId === null || claimId === place.claimId;
  return (
    (place.articleId !== null && articleId === place.articleId) || (place.claimId !== null && claimId === place.claimId)
  );
}

/** A change as it came over the stream; null when it is none. */
export function readLiveEvent(text: string): LiveEvent | null {
  const value = parsed(text);
  const topic = isRecord(value) ? liveTopics.find((known) => known === value.topic) : undefined;
  if (!isRecord(value) || topic === undefined) return null;
  return {
    topic,
    articleId: idOrNull(value.articleId),
    claimId: idOrNull(value.claimId),
    actorId: idOrNull(value.actorId),
  };
}

/** Who is where, as it came over the stream; nobody when it is something else. */
export function readHere(text: string): readonly Here[] {
  const value = parsed(text);
  const here: readonly unknown[] = isRecord(value) && Array.isArray(value.here) ? value.here : [];
  return here.flatMap((one) => {
    if (!isRecord(one) || typeof one.memberId !== "string" || typeof one.name !== "string") return [];
    const { memberId, name } = one;
    return [{ memberId, name, articleId: idOrNull(one.articleId), claimId: idOrNull(one.claimId) }];
  });
}

/** `Ana`, `Ana and Ben`, `Ana, Ben and 3 more`: each name once. */
export function namesTogether(names: readonly string[]): string {
  const [first, second, ...more] = [...new Set(names)];
  if (first === undefined) return "";
  if (second === undefined) return first;
  if (more.length === 0) return `${first} and ${second}`;
  return more.length === 1 ? `${first}, ${second} and ${more[0]}` : `${first}, ${second} and ${more.length} more`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function idOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
