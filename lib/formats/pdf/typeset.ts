import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { type Fonts, fontsFor } from "#lib/formats/pdf/fonts.ts";
import { iconFamily, iconSigns } from "#lib/formats/pdf/icon-font.ts";
import { pdfEdition } from "#lib/formats/pdf/pdf-edition.ts";
import { settable } from "#lib/formats/pdf/unset-letters.ts";
import { filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

/** PDF/UA-1 is for reading aloud; PDF/A-3a is the level of the archive that is tagged and takes attached files. */
const pdfKinds = { ua: "ua-1", archive: "a-3a" } as const;
export type PdfKind = keyof typeof pdfKinds;

const folder = import.meta.dirname;
/** Compilers hold their fonts: as many as there are sets of letters in use at a time. */
const compilers = new Map<string, NodeCompiler>();
const mostCompilers = 3;

/** `json` is what is printed, `setting` its fonts and the letters that they lack, `attachment` the canonical signed edition. */
type Prepared = {
  readonly json: Buffer;
  readonly setting: Buffer;
  readonly attachment: Buffer;
  readonly fonts: Fonts;
};

/** Everything that the typesetter is given for an edition. */
export async function prepared(signed: SignedEdition): Promise<Prepared> {
  const data = pdfEdition(signed);
  const { json, unset } = settable(data);
  const voice = voiceOf(signed.edition.language);
  const { missingLetters, unsetLetters, andMore } = voice.words;
  const own = `0123456789ABCDEFU+/()…,.—•–${missingLetters}${andMore}${unset.length === 0 ? "" : unsetLetters}`;
  const fonts = await fontsFor(`${json}${own}`, data.articleLanguage);
  const setting = {
    icons: { family: iconFamily, signs: iconSigns() },
    families: fonts.families,
    missing: oddWords(fonts.missing, unset, voice),
  };
  return {
    json: Buffer.from(json),
    setting: Buffer.from(JSON.stringify(setting)),
    attachment: Buffer.from(canonicalJson(signed)),
    fonts,
  };
}

/** The PDF of what was prepared. Throws with the typesetter's own words where it refuses. */
export function typeset({ json, setting, attachment, fonts }: Prepared, kind: PdfKind): Buffer {
  const compiler = compilerOf(fonts);
  compiler.mapShadow(`${folder}/data.json`, json);
  compiler.mapShadow(`${folder}/setting.json`, setting);
  compiler.mapShadow(`${folder}/stet-edition.json`, attachment);
  try {
    const outcome = compiler.compile({ mainFilePath: `${folder}/edition.typ` });
    const document = outcome.result;
    if (document === null) throw new Error(refusal(compiler, outcome.takeError()));
    return compiler.pdf(document, { pdfStandard: pdfKinds[kind], pdfTags: true });
  } finally {
    compiler.resetShadow();
    // What is remembered of one document is of no use to another, and would be kept for ever.
    compiler.evictCache(0);
  }
}

function compilerOf(fonts: Fonts): NodeCompiler {
  const known = compilers.get(fonts.key);
  if (known !== undefined) return known;
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
  const [oldest] = compilers.keys();
  if (oldest !== undefined && compilers.size >= mostCompilers) compilers.delete(oldest);
  compilers.set(fonts.key, compiler);
  return compiler;
}

function refusal(compiler: NodeCompiler, error: NodeError | null): string {
  const found = error === null ? [] : compiler.fetchDiagnostics(error);
  return `The report could not be typeset: ${JSON.stringify(found).slice(0, 2000)}`;
}

/** Which letters are drawn as boxes or stand as another one, and where they are themselves. */
function oddWords(missing: readonly number[], unset: readonly number[], { words }: Voice): string {
  return [
    missing.length === 0 ? "" : filled(words.missingLetters, { letters: codesOf(missing, words) }),
    unset.length === 0 ? "" : filled(words.unsetLetters, { letters: codesOf(unset, words) }),
  ]
    .join(" ")
    .trim();
}

const namesShown = 40;

function codesOf(all: readonly number[], words: ReportWords): string {
  const codes = all.slice(0, namesShown).map((point) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`);
  const letters = codes.join(words.comma);
  return all.length > namesShown ? filled(words.andMore, { letters, number: all.length - namesShown }) : letters;
}
