import { uuidv7 } from "uuidv7";
import { itemsIn } from "#components/import/many-answers.ts";
import type { ManyItem, Progress } from "#components/import/many-item.ts";
import { isPlain, isSettled, mostItems, takenUp } from "#components/import/many-item.ts";
import { freezeOne, stageOne } from "#components/import/many-requests.ts";

/**
 * The tab's one list of imports. It lives outside React, so that it goes on while the person looks at another page of
 * the desk, and is kept in the session storage for when the page is loaded anew; files then have to be chosen again.
 */
const place = "many imports";
const atOnce = 2;
const none: readonly ManyItem[] = [];

let items: readonly ManyItem[] | null = null;
const files = new Map<string, File>();
const running = new Map<string, AbortController>();
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentItems(): readonly ManyItem[] {
  if (items === null) items = takenUp(itemsIn(sessionStorage.getItem(place) ?? "[]"));
  return items;
}

/** What the server draws: it knows no tab. */
export function noItems(): readonly ManyItem[] {
  return none;
}

/** Adds to the list and begins; answers how many found no room. */
export function addItems(added: readonly (string | File)[]): number {
  const list = currentItems();
  const known = new Set(list.filter(({ way }) => way === "address").map(({ name }) => name));
  const fresh = added.filter((one) => typeof one !== "string" || !known.has(one));
  const room = fresh.slice(0, Math.max(0, mostItems - list.length));
  const made = room.map((one): ManyItem => {
    const id = uuidv7();
    if (typeof one === "string") return { id, way: "address", name: one, progress: { kind: "waiting" } };
    files.set(id, one);
    return { id, way: "file", name: one.name, progress: { kind: "waiting" } };
  });
  set([...list, ...made]);
  run();
  return fresh.length - room.length;
}

/** Starts what waits, two at a time, until nothing waits. */
export function run(): void {
  for (const item of currentItems()) {
    if (running.size >= atOnce) return;
    if (item.progress.kind !== "waiting" || running.has(item.id)) continue;
    const control = new AbortController();
    running.set(item.id, control);
    mark(item.id, { kind: "sending" });
    stageOne(item, { file: files.get(item.id), signal: control.signal })
      .then((progress) => mark(item.id, progress))
      .catch(() => mark(item.id, { kind: "cancelled" })) // Only an abort is thrown.
      .finally(() => {
        running.delete(item.id);
        run();
      });
  }
}

export function retry(id: string): void {
  mark(id, { kind: "waiting" });
  run();
}

/** Stops what is on its way and what waits; what was read stays. */
export function cancelAll(): void {
  set(currentItems().map((item) => (isSettled(item) ? item : { ...item, progress: { kind: "cancelled" } })));
  for (const control of running.values()) control.abort();
}

/** Takes one from the list; what was staged of it is nobody's business any more. */
export function removeItem(id: string): void {
  running.get(id)?.abort();
  files.delete(id);
  set(currentItems().filter((item) => item.id !== id));
}

export function clearList(): void {
  cancelAll();
  files.clear();
  set([]);
}

/** Freezes all that can be frozen unseen, two at a time; answers how many were. */
export async function freezePlain(): Promise<number> {
  const plain = currentItems().filter(isPlain);
  let done = 0;
  const worker = async () => {
    for (let item = plain.shift(); item !== undefined; item = plain.shift()) {
      if (item.progress.kind !== "read") continue;
      const { found } = item.progress;
      mark(item.id, { kind: "freezing", found });
      const progress = await freezeOne(item.id, found);
      if (progress.kind === "frozen") done += 1;
      mark(item.id, progress);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

function mark(id: string, progress: Progress): void {
  set(currentItems().map((item) => (item.id === id ? { ...item, progress } : item)));
}

function set(next: readonly ManyItem[]): void {
  items = next;
  try {
    sessionStorage.setItem(place, JSON.stringify(next));
  } catch {
    // The storage is full: the list goes on and is only not there after a reload.
  }
  for (const listener of listeners) listener();
}
