/** The simple `key: value` lines of a leading `---` block, keys in lower case; anything nested is passed over. */
export function splitFrontMatter(markdown: string): {
  readonly body: string;
  readonly fields: ReadonlyMap<string, string>;
} {
  const fields = new Map<string, string>();
  const block = /^---[^\S\n]*\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(markdown);
  const lines = block?.[1]?.split("\n") ?? [];
  if (block === null || lines.some((line) => !isFrontMatter(line))) return { body: markdown, fields };
  for (const line of lines) {
    const match = /^([A-Za-z][\w-]*)[^\S\n]*:[^\S\n]+(\S.*)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || fields.has(match[1].toLowerCase())) continue;
    fields.set(match[1].toLowerCase(), unquoted(match[2].trim()));
  }
  return { body: markdown.slice(block[0].length), fields };
}

/** A rule at the top of a text is no front matter: its lines would be prose. */
function isFrontMatter(line: string): boolean {
  return /^(?:\s*$|\s*#|\s+|-\s|[A-Za-z][\w-]*\s*:(?:\s|$))/.test(line);
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
}
