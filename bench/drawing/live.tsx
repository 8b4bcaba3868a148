import { hydrateRoot } from "react-dom/client";
import type { ClaimStore } from "#components/article/claim-store.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";
import type { Fixture } from "./fixture.ts";
import { framesUntil, painted, rest } from "./frames.ts";
import { Sheet, storeOf } from "./sheet.tsx";

/** `blocks` are those in which anything was drawn again for a claim. */
export type Added = { readonly ms: number; readonly frames: number; readonly blocks: number };

export type Live = {
  /** Milliseconds until those in view are on the screen. */
  readonly draw: (claims: readonly ClaimMarkView[]) => Promise<number>;
  readonly add: (claim: ClaimMarkView) => Promise<Added>;
};

/** Brings the page to life as the product does, and waits until React has taken over all of it. */
export async function bringToLife(fixture: Fixture): Promise<Live> {
  const root = document.querySelector("#root");
  if (root === null) throw new Error("The page has no root.");
  const store = storeOf(fixture);
  hydrateRoot(root, <Sheet store={store} />);
  const last = [...document.querySelectorAll(".words")].at(-1);
  if (last === undefined) throw new Error("The page has no text.");
  await framesUntil(() => Object.keys(last).some((key) => key.startsWith("__reactFiber")));
  await rest();
  return {
    draw: async (claims) => {
      await painted();
      const began = performance.now();
      store.replace(claims);
      await framesUntil(() => document.querySelector(".claim") !== null);
      const time = performance.now() - began;
      await framesUntil(() => document.querySelectorAll(".n").length === claims.length);
      return time;
    },
    add: (claim) => add(store, claim),
  };
}

async function add(store: ClaimStore, claim: ClaimMarkView): Promise<Added> {
  const blocks = new Set<Element | null>();
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) blocks.add(target.closest(".block"));
  });
  for (const words of document.querySelectorAll(".words")) watch.observe(words, { subtree: true, childList: true });
  await painted();
  const began = performance.now();
  store.put(claim);
  const frames = await framesUntil(() => document.getElementById(`claim-${claim.id}`) !== null);
  const ms = performance.now() - began;
  await painted();
  watch.disconnect();
  return { ms, frames, blocks: blocks.size };
}
