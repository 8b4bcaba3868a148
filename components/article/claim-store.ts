import { Gradual } from "#components/article/gradual.ts";
import {
  type Drawing,
  drawClaims,
  drawOneMore,
  keepSame,
  noClaims,
  type UnitClaims,
} from "#lib/domain/drawn-claims.ts";
import { firstIndex } from "#lib/domain/first-index.ts";
import { outermostFirst } from "#lib/domain/fragments.ts";
import type { Sheet } from "#lib/domain/sheet.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

type Listener = () => void;

/** Units that are drawn again together without a pause. */
const few = 20;

/** What a component reads of the store: a value that keeps its identity until it differs. */
export type Source<T> = {
  readonly subscribe: (listener: Listener) => Listener;
  readonly read: () => T;
  /** As it was when the page was drawn first, on the server too. */
  readonly readFirst: () => T;
};

/**
 * The claims on one version of an article, and the one that is open. Kept outside React's tree and by unit of the text,
 * so that a claim that is added, changed or opened draws its own units again and no other.
 */
export class ClaimStore {
  readonly articleId: string;
  readonly sheet: Sheet;
  readonly claims: Source<readonly ClaimMarkView[]>;
  readonly open: Source<string | null>;
  /** The claim that was open when the page was drawn first. */
  readonly openFirst: ClaimMarkView | null;
  readonly #listeners = { claims: new Set<Listener>(), open: new Set<Listener>() };
  readonly #ofUnit: Set<Listener>[];
  readonly #sources: Source<UnitClaims>[];
  readonly #news = new Gradual((index) => {
    for (const listener of this.#ofUnit[index] ?? []) listener();
  });
  #seen: () => Span | null = () => null;
  #given: readonly ClaimMarkView[];
  #claims: readonly ClaimMarkView[];
  #drawing: Drawing;
  #open: string | null;

  constructor(page: { articleId: string; sheet: Sheet; claims: readonly ClaimMarkView[]; open: string | null }) {
    const { articleId, sheet, claims, open } = page;
    this.articleId = articleId;
    this.sheet = sheet;
    this.#given = claims;
    this.#claims = claims;
    this.#open = open;
    this.openFirst = claims.find(({ id }) => id === open) ?? null;
    const drawing = drawClaims(sheet, claims);
    const first = opened(drawing.units, open);
    this.#drawing = { ...drawing, units: first };
    this.claims = { subscribe: subscribing(this.#listeners.claims), read: () => this.#claims, readFirst: () => claims };
    this.open = { subscribe: subscribing(this.#listeners.open), read: () => this.#open, readFirst: () => open };
    this.#ofUnit = sheet.units.map(() => new Set());
    this.#sources = this.#ofUnit.map((listeners, index) => ({
      subscribe: subscribing(listeners),
      read: () => this.#drawing.units[index] ?? noClaims,
      readFirst: () => first[index] ?? noClaims,
    }));
  }

  readonly unit = (index: number): Source<UnitClaims> => {
    return (
      this.#sources[index] ?? { subscribe: () => () => undefined, read: () => noClaims, readFirst: () => noClaims }
    );
  };

  has(id: string): boolean {
    return this.#claims.some((claim) => claim.id === id);
  }

  /** Who says which part of the text is in view, while it knows. */
  watchView(seen: () => Span | null): () => void {
    this.#seen = seen;
    return () => {
      this.#seen = () => null;
    };
  }

  /** Takes the claims as the server sees them now. */
  replace(claims: readonly ClaimMarkView[]): void {
    if (claims === this.#given) return;
    this.#given = claims;
    const kept = keepSame(this.#claims, claims);
    this.#take(kept, drawClaims(this.sheet, kept, this.#drawing));
  }

  /** Puts a claim in its place in the text, in place of what was known of it before. */
  put(claim: ClaimMarkView): void {
    const others = this.#claims.filter(({ id }) => id !== claim.id);
    const at = firstIndex(others, (other) => outermostFirst(other, claim) > 0);
    this.#take(others.toSpliced(at, 0, claim), drawOneMore(this.sheet, this.#drawing, claim));
  }

  setOpen(id: string | null): void {
    if (id === this.#open) return;
    this.#open = id;
    this.#show({ ...this.#drawing, units: opened(this.#drawing.units, id) });
    for (const listener of this.#listeners.open) listener();
  }

  #take(claims: readonly ClaimMarkView[], drawing: Drawing): void {
    this.#claims = claims;
    this.#show({ ...drawing, units: opened(drawing.units, this.#open) });
    for (const listener of this.#listeners.claims) listener();
  }

  /** Units in view are drawn again at once, and so are a few; of many, the others follow, those near the view first. */
  #show(drawing: Drawing): void {
    const before = this.#drawing.units;
    this.#drawing = drawing;
    const changed = drawing.units.flatMap((unit, index) => (unit === before[index] ? [] : [index]));
    const seen = changed.length <= few ? null : this.#seen();
    if (seen === null) {
      this.#news.do(changed.length <= few ? { urgent: changed, others: [] } : { urgent: [], others: changed });
      return;
    }
    const { units } = this.sheet;
    const from = firstIndex(units, ({ end }) => end > seen.start);
    const to = firstIndex(units, ({ start }) => start >= seen.end);
    const distance = (index: number) => Math.max(from - index, index - to + 1, 0);
    const nearestFirst = changed.toSorted((a, b) => distance(a) - distance(b));
    const urgent = nearestFirst.filter((index) => distance(index) === 0);
    this.#news.do({ urgent, others: nearestFirst.slice(urgent.length) });
  }
}

function subscribing(listeners: Set<Listener>): (listener: Listener) => Listener {
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

/** The units with the open claim noted where it is drawn; those that it does not concern keep their value. */
function opened(units: readonly UnitClaims[], id: string | null): UnitClaims[] {
  return units.map((unit) => {
    const open = id !== null && unit.marks.some((mark) => mark.id === id) ? id : null;
    return unit.open === open ? unit : { ...unit, open };
  });
}
