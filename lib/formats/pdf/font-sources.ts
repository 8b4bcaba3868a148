/** Type for reading, for the report's own words, and for figures. */
export type RootFamily = "serif" | "sans" | "mono";

type Face = { readonly weight: number; readonly style: "normal" | "italic" };

/** A family of fonts as its package has it: in parts, each a WOFF2 file for a range of letters. */
export type FontSource = {
  readonly pack: string;
  readonly file: string;
  readonly family: string;
  readonly isVariable: boolean;
  readonly faces: readonly Face[];
};

const upright = [
  { weight: 400, style: "normal" },
  { weight: 600, style: "normal" },
] as const;

const serif: FontSource = {
  pack: "@fontsource-variable/source-serif-4",
  file: "source-serif-4",
  family: "SourceSerif4",
  isVariable: true,
  faces: [...upright, { weight: 400, style: "italic" }],
};
const sans: FontSource = {
  pack: "@fontsource-variable/ibm-plex-sans",
  file: "ibm-plex-sans",
  family: "IBMPlexSans",
  isVariable: true,
  faces: upright,
};
const mono: FontSource = {
  pack: "@fontsource/ibm-plex-mono",
  file: "ibm-plex-mono",
  family: "IBMPlexMono",
  isVariable: false,
  faces: [{ weight: 400, style: "normal" }],
};
const naskh: FontSource = {
  pack: "@fontsource-variable/noto-naskh-arabic",
  file: "noto-naskh-arabic",
  family: "NotoNaskhArabic",
  isVariable: true,
  faces: upright,
};
const sansArabic: FontSource = {
  pack: "@fontsource/ibm-plex-sans-arabic",
  file: "ibm-plex-sans-arabic",
  family: "IBMPlexSansArabic",
  isVariable: false,
  faces: upright,
};
const chinese: FontSource = {
  pack: "@fontsource-variable/noto-sans-sc",
  file: "noto-sans-sc",
  family: "NotoSansSC",
  isVariable: true,
  faces: upright,
};
const japanese: FontSource = {
  pack: "@fontsource-variable/noto-sans-jp",
  file: "noto-sans-jp",
  family: "NotoSansJP",
  isVariable: true,
  faces: upright,
};

const korean: FontSource = {
  pack: "@fontsource-variable/noto-sans-kr",
  file: "noto-sans-kr",
  family: "NotoSansKR",
  isVariable: true,
  faces: upright,
};
const hebrew: FontSource = {
  pack: "@fontsource-variable/noto-sans-hebrew",
  file: "noto-sans-hebrew",
  family: "NotoSansHebrew",
  isVariable: true,
  faces: upright,
};
const devanagari: FontSource = {
  pack: "@fontsource-variable/noto-sans-devanagari",
  file: "noto-sans-devanagari",
  family: "NotoSansDevanagari",
  isVariable: true,
  faces: upright,
};
const thai: FontSource = {
  pack: "@fontsource-variable/noto-sans-thai",
  file: "noto-sans-thai",
  family: "NotoSansThai",
  isVariable: true,
  faces: upright,
};
/** Letters of African languages and of phonetics. */
const moreLatin: FontSource = {
  pack: "@fontsource-variable/noto-sans",
  file: "noto-sans",
  family: "NotoSans",
  isVariable: true,
  faces: upright,
};
const symbols: FontSource = {
  pack: "@fontsource/noto-sans-symbols-2",
  file: "noto-sans-symbols-2",
  family: "NotoSansSymbols2",
  isVariable: false,
  faces: [{ weight: 400, style: "normal" }],
};
/** Pictures of one colour, in one weight: a second one would cost as much again, and nobody would see it. */
const emoji: FontSource = {
  pack: "@fontsource-variable/noto-emoji",
  file: "noto-emoji",
  family: "NotoEmoji",
  isVariable: true,
  faces: [{ weight: 400, style: "normal" }],
};

/** Families for one script each, and last the signs and pictures. */
const others = [moreLatin, hebrew, devanagari, thai, symbols, emoji];

/** The families in which a letter is looked for, in turn; Han letters in the shapes of the language. */
export function fontChain(root: RootFamily, language: string): readonly FontSource[] {
  const far = [...hanChain(language), ...others];
  switch (root) {
    case "serif":
      return [serif, naskh, ...far, sans, sansArabic, mono];
    case "sans":
      return [sans, sansArabic, naskh, ...far, serif, mono];
    case "mono":
      return [mono, sans, sansArabic, naskh, ...far, serif];
  }
}

function hanChain(language: string): readonly FontSource[] {
  switch (language) {
    case "ja":
      return [japanese, chinese, korean];
    case "ko":
      return [korean, japanese, chinese];
    default:
      return [chinese, japanese, korean];
  }
}
