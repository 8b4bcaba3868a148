type Rooted = { readonly id: string; readonly originId: string | null; readonly sourceId: string };

/**
 * The ids of the evidence, grouped by the root it goes back to: pieces with one origin or one source go back to the
 * same root, and so does whatever is tied to them by a third. `sourceId` is the source it was merged into, where it was.
 * Groups and ids keep the order of `items`; their number is how many independent origins there are.
 */
export function independentOrigins(items: readonly Rooted[]): readonly (readonly string[])[] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    for (let step = key; step !== root; ) {
      const above = parents.get(step) ?? root;
      parents.set(step, root);
      step = above;
    }
    return root;
  };
  for (const { originId, sourceId } of items) {
    if (originId === null) continue;
    const source = rootOf(`source ${sourceId}`);
    const origin = rootOf(`origin ${originId}`);
    if (source !== origin) parents.set(source, origin);
  }
  const groups = Map.groupBy(items, (item) => rootOf(`source ${item.sourceId}`));
  return [...groups.values()].map((group) => group.map((item) => item.id));
}
