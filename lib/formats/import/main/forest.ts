/** A full binary tree: inner node k has children 2k+1 and 2k+2; a sign of at most `limits[k]` leads to the first. */
export type Tree = { readonly signs: Int16Array; readonly limits: Float32Array; readonly leaves: Float32Array };
export type Forest = { readonly start: number; readonly trees: readonly Tree[] };

/** A tree on one line: `sign<limit` for each inner node (`-` where all go to the first child), `;`, the leaves. */
export function readForest(start: number, lines: readonly string[]): Forest {
  return {
    start,
    trees: lines.map((line) => {
      const [inner = "", outer = ""] = line.split(";");
      const nodes = inner.split(" ").map((node) => (node === "-" ? [-1, 0] : node.split("<").map(Number)));
      return {
        signs: Int16Array.from(nodes, ([sign = -1]) => sign),
        limits: Float32Array.from(nodes, ([, limit = 0]) => limit),
        leaves: Float32Array.from(outer.split(" "), Number),
      };
    }),
  };
}

/** The chance, 0 to 1, that the forest gives to a row of signs. */
export function chanceOf(forest: Forest, row: Float32Array): number {
  let score = forest.start;
  for (const { signs, limits, leaves } of forest.trees) {
    let node = 0;
    while (node < signs.length) {
      const sign = signs[node] ?? -1;
      node = node * 2 + (sign >= 0 && (row[sign] ?? 0) > (limits[node] ?? 0) ? 2 : 1);
    }
    score += leaves[node - signs.length] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
