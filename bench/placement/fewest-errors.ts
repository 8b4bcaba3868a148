const masks = new Int32Array(0x10000);

/**
 * The fewest insertions, deletions and substitutions that turn `pattern`, of at most 32 UTF-16 code units, into some part
 * of `text`. Myers 1999, in one machine word.
 */
export function fewestErrors(text: string, pattern: string): number {
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    masks[code] = (masks[code] ?? 0) | (1 << at);
  }
  const top = 1 << (pattern.length - 1);
  let rising = -1;
  let falling = 0;
  let errors = pattern.length;
  let fewest = errors;
  for (let at = 0; at < text.length; at++) {
    const equal = masks[text.charCodeAt(at)] ?? 0;
    const vertical = equal | falling;
    const across = (((equal & rising) + rising) ^ rising) | equal;
    const up = falling | ~(across | rising);
    const down = rising & across;
    if ((up & top) !== 0) errors += 1;
    else if ((down & top) !== 0) errors -= 1;
    rising = (down << 1) | ~(vertical | (up << 1));
    falling = (up << 1) & vertical;
    if (errors < fewest) fewest = errors;
  }
  for (let at = 0; at < pattern.length; at++) masks[pattern.charCodeAt(at)] = 0;
  return fewest;
}
