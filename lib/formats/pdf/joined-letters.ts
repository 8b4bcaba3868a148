/**
 * Letters that are drawn as one thing: a letter with its marks, a picture put together of several, a flag. `points`
 * are its code points, `letters` those of them that have a shape of their own.
 */
export type Joined = {
  readonly points: readonly number[];
  readonly letters: readonly number[];
  readonly isRtl: boolean;
};

/** These have no shape of their own in any font, and the typesetter draws nothing for them. */
const shapeless = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\s\u200b\u2028\u2029]/u;
const joining = /[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d]/u;
const joined =
  /\P{M}(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}?)+|\p{Regional_Indicator}{2}/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Letters of ASCII stand in every report. The others of a long one are found much faster by themselves. */
const plain = Array.from({ length: 94 }, (_, index) => 0x21 + index);
const notPlain = /[^\x20-\x7e]/gu;

/** The letters with a shape that stand by themselves in a text, and those that are joined, each once. */
export function lettersIn(text: string): { readonly single: ReadonlySet<number>; readonly joined: readonly Joined[] } {
  const found = new Set(text.match(notPlain) ?? []);
  if (![...found].some((letter) => joining.test(letter))) return { single: shapes([...found]), joined: [] };
  const groups = [...new Set(text.match(joined) ?? [])].map(joinedOf);
  const rest = new Set(text.replace(joined, " ").match(notPlain) ?? []);
  const alone = groups.flatMap(({ letters }) => (letters.length === 1 ? letters : []));
  return {
    single: new Set([...shapes([...rest]), ...alone]),
    joined: groups.filter(({ letters }) => letters.length > 1),
  };
}

function shapes(letters: readonly string[]): Set<number> {
  return new Set([...plain, ...letters.filter((letter) => !shapeless.test(letter)).map(pointOf)]);
}

function joinedOf(words: string): Joined {
  const all = [...new Set(words)];
  const letters = all.filter((letter) => !shapeless.test(letter));
  return { points: all.map(pointOf), letters: letters.map(pointOf), isRtl: rightToLeft.test(words) };
}

/**
 * True where the typesetter would lose one of the joined letters, with fonts tried in this order. It shapes a group
 * with one font after the other, but where a font has the end of a group without what stands before it, what is
 * before is lost; in writing that runs to the left, what the font has is drawn twice.
 */
export function isTorn({ letters, isRtl }: Joined, fonts: readonly ReadonlySet<number>[]): boolean {
  for (const font of fonts) {
    const has = letters.map((letter) => font.has(letter));
    if (!has.includes(false)) return false;
    if (has.at(-1) === true || (isRtl && has.includes(true))) return true;
  }
  return true;
}

function pointOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
