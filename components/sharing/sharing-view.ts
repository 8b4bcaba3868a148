import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";
import type { HeldEdition, Publication, ReportLink } from "#lib/domain/publication.ts";

type SharedAddress = { readonly name: string; readonly note: string; readonly href: string };

export type SharedClaim = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  /** HTML for somebody else's page. */
  readonly code: string;
};

/** A page of the newest edition's claims; `page` is from 1. */
export type SharedClaims = {
  /** What an embedding page must allow. */
  readonly origin: string;
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly SharedClaim[];
};

/** Who outside reads an article's report. */
export type SharingView = {
  readonly article: { readonly id: string; readonly title: string };
  readonly publication: Publication;
  /** The reader owes a second verdict in the article, so they open nothing of it. */
  readonly isBlind: boolean;
  /** The hour of the embargo has not come. */
  readonly isHeld: boolean;
  /** The newest first. */
  readonly editions: readonly EditionRow[];
  /** Editions that nobody outside reads, the oldest first. */
  readonly heldBack: readonly HeldEdition[];
  /** None until the report is public and has an edition that is not held back. */
  readonly addresses: readonly SharedAddress[];
  /** Null where claims have no pages of their own. */
  readonly claims: SharedClaims | null;
  /** For whoever may make them; else none. */
  readonly links: readonly ReportLink[];
  readonly may: { readonly open: boolean; readonly share: boolean };
};

export type SharingActions = {
  /** `articleId`, `rowVersion`, `isPublic`, `isIndexed`, `hasClaimPages` ("yes" or ""), `embargoUntil`. */
  readonly open: FormAction;
  /** `id`, `articleId`, `editionId` ("" for the newest), `name`, `days`. `url` is the link, shown once. */
  readonly share: (form: FormData) => Promise<{ readonly state: FormState; readonly url: string | null }>;
  /** `id`. */
  readonly revoke: FormAction;
};
