import type { Block } from "#lib/domain/block.ts";
import type { ClaimFields, ClaimState, Priority, StaleReason } from "#lib/domain/claim.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { ClaimGates } from "#lib/domain/gate.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { InviteView } from "#lib/domain/outside.ts";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Quorum } from "#lib/domain/quorum.ts";
import type { Rating, RatingToken } from "#lib/domain/rating.ts";
import type { RatingIcon } from "#lib/domain/rating-icon.ts";
import type { RelationView } from "#lib/domain/relation.ts";
import type { ReplyView } from "#lib/domain/reply.ts";
import type { Contributor, Decision, Suggestion } from "#lib/domain/review.ts";
import type { ScaleKind } from "#lib/domain/scale.ts";
import type { SecondView } from "#lib/domain/second.ts";
import type { Quote } from "#lib/domain/span.ts";
import type { ThreadView } from "#lib/domain/thread.ts";
import type { WordingAnswer } from "#lib/domain/wording.ts";

/** `label` is what the verdict is called: on a scale without ratings its sentence. */
export type RatingView = { readonly label: string; readonly token: RatingToken; readonly icon?: RatingIcon };

/** A claim as the text and the margin show it. `asks` is the third line of a note: what somebody has to do about it. */
export type ClaimMarkView = {
  readonly id: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly state: ClaimState;
  readonly summary: string;
  readonly rating: RatingView | null;
  readonly asks: string | null;
  /** The words here are an offer of the alignment that nobody has answered yet. */
  readonly needsPlacing: boolean;
};

export type ArticleView = {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly rowVersion: number;
  readonly version: { readonly id: string; readonly number: number; readonly latest: number; readonly words: number };
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly claims: readonly ClaimMarkView[];
  /** How many claims of the present version nobody has placed yet, those without words included. */
  readonly toPlace: number;
  readonly may: {
    readonly mark: boolean;
    readonly edit: boolean;
    readonly export: boolean;
    readonly addVersion: boolean;
  };
};

export type ReviewView = {
  readonly id: string;
  readonly reviewer: MemberView;
  readonly decision: Decision;
  readonly comment: string;
  /** What the reviewer would write instead, by field; null when they suggested nothing. */
  readonly suggestion: Suggestion | null;
  readonly at: string;
};

export type RevisionView = {
  readonly id: string;
  readonly number: number;
  readonly rating: RatingView & { readonly id: string; readonly definition: string };
  readonly rationale: string;
  readonly asOf: string;
  readonly suggestedWording: string;
  /** Stands in the place of a label on a desk whose scale has none. */
  readonly sentence: string;
  readonly basisDigest: string;
  readonly author: MemberView;
  readonly at: string;
  readonly reviews: readonly ReviewView[];
  /** What the writer said last of the suggested wording; null before they did. */
  readonly wording: WordingAnswer | null;
};

/** One line of a claim's story, newest last. */
export type HistoryLine = {
  readonly seq: string;
  readonly at: string;
  readonly who: string;
  readonly sentence: string;
  /** A reply in a discussion, or its removal: told in the whole story, left out of the short one. */
  readonly inPassing: boolean;
};

/** A page of everything that happened to a claim. */
export type ClaimStory = {
  readonly claimId: string;
  readonly articleId: string;
  readonly number: number;
  readonly statement: string;
  /** Oldest first. */
  readonly lines: readonly HistoryLine[];
  /** Reads on with what happened earlier; null where the story begins. */
  readonly earlier: string | null;
};

/** Where the claim stands in the present version. */
export type ClaimPlacementView = {
  readonly kind: PlacementKind;
  readonly needsPlacing: boolean;
  readonly versionId: string;
  /** Where its words begin in that version's text, UTF-16 code units; null while it has none there. */
  readonly start: number | null;
  /**
   * The words that were placed last before, and in which version, or, without one, those of the annotation that the claim
   * came in from; those that the verdict was given on while it is stale because the words are others now; null while a claim that somebody marked has stood in one version only.
   */
  readonly before: { readonly quote: string; readonly versionNumber: number | null } | null;
};

/** Everything the panel and the review page show of one claim. */
export type ClaimView = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly versionNumber: number;
  readonly number: number;
  readonly ofClaims: number;
  readonly state: ClaimState;
  readonly staleReason: StaleReason | null;
  /** Why it is stale, in a sentence that names the version or who did it; null while it is not, or its words are gone. */
  readonly staleWhy: string | null;
  readonly withdrawnReason: string | null;
  readonly rowVersion: number;
  readonly fields: ClaimFields;
  readonly quote: Quote;
  /** The same words with the whole paragraph around them, at most 1,000 characters on each side. */
  readonly paragraph: Quote;
  readonly placement: ClaimPlacementView;
  readonly markedBy: MemberView;
  readonly assignee: MemberView | null;
  readonly dueAt: string | null;
  readonly priority: Priority;
  /** The first ones in order of display; `evidenceCount` says how many there are. */
  readonly evidence: readonly EvidenceView[];
  readonly evidenceCount: number;
  /** Of what a verdict given now would rest on: a second verdict names the one its author read. */
  readonly basisDigest: string;
  readonly gates: ClaimGates;
  readonly replies: readonly ReplyView[];
  /** Newest first. */
  readonly revisions: readonly RevisionView[];
  /** What the paragraphs, statement and evidence differ in since the latest revision; empty when nothing changed. */
  readonly changedSince: readonly string[];
  /** What the latest revision rests on that the one before did not; empty when nothing changed or there is no other. */
  readonly revisedSince: readonly string[];
  readonly contributors: readonly Contributor[];
  readonly quorum: Quorum;
  /**
   * How many people can review the latest verdict, those who voted included: colleagues who did not work on it, and people
   * from outside who were asked to. Fewer than `quorum.needed` cannot let it stand.
   */
  readonly reviewersLeft: number;
  readonly threads: readonly ThreadView[];
  /** Requests for a second verdict, the latest first. */
  readonly seconds: readonly SecondView[];
  /** The reader was asked for a second verdict: what others judged is hidden from them, and they give their own. */
  readonly isBlind: boolean;
  readonly relations: readonly RelationView[];
  readonly invites: readonly InviteView[];
  readonly history: readonly HistoryLine[];
  readonly ratings: readonly Rating[];
  /** Whether a verdict on the present scale is a rating or a sentence. */
  readonly scaleKind: ScaleKind;
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly may: {
    readonly edit: boolean;
    readonly restore: boolean;
    readonly propose: boolean;
    readonly review: boolean;
    readonly assign: boolean;
    /** Whether they can invite another member to the desk. */
    readonly invite: boolean;
  };
  /** Why the reader of the page cannot review it, in a sentence; null when they can, or when nothing is under review. */
  readonly reviewBarredBy: string | null;
  /** The reader's unsaved words, by form (`claim`, `verdict`, `evidence`, `review`). */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type ArticleRow = {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly counts: Readonly<Partial<Record<ClaimState, number>>>;
};

export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "viewer" | "checker" | "editor" | "admin";
  readonly joinedAt: string;
  readonly leftAt: string | null;
  readonly rowVersion: number;
  /** How many claims they have that are not decided yet. */
  readonly openClaims: number;
};
