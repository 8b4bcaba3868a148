import { readFile } from "node:fs/promises";
import path from "node:path";

const latin =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215";

const faces = [
  { family: "Source Serif 4", file: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2", style: "normal" },
  { family: "Source Serif 4", file: "source-serif-4/files/source-serif-4-latin-wght-italic.woff2", style: "italic" },
  { family: "IBM Plex Sans", file: "ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2", style: "normal" },
] as const;

const arabic = "U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+FB50-FDFF, U+FE70-FEFC";

const cached = new Map<string, Promise<string>>();

/**
 * `@font-face` rules with the Latin faces as data: addresses (about 200 KB), read once from the packages under
 * `root`. Empty when the packages are not there: the report then falls back to the reader's own fonts.
 */
export function reportFontFaces(root: string = process.cwd()): Promise<string> {
  const known = cached.get(root);
  if (known !== undefined) return known;
  const rules = readFaces(root);
  cached.set(root, rules);
  return rules;
}

async function readFaces(root: string): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ({ family, file, style }) => {
      const bytes = await bytesOrNull(
        path.join(/* turbopackIgnore: true */ root, "node_modules/@fontsource-variable", file),
      );
      return bytes === null ? "" : fontFace({ family, style, bytes, range: latin });
    }),
  );
  return rules.filter((rule) => rule !== "").join("\n");
}

/** The same for an Arabic face (about 150 KB), for reports that have Arabic in them. */
export async function arabicFontFace(root: string = process.cwd()): Promise<string> {
  const file = "noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2";
  const bytes = await bytesOrNull(
    path.join(/* turbopackIgnore: true */ root, "node_modules/@fontsource-variable", file),
  );
  return bytes === null ? "" : fontFace({ family: "Noto Naskh Arabic", style: "normal", bytes, range: arabic });
}

type Face = { readonly family: string; readonly style: string; readonly bytes: Buffer; readonly range: string };

function fontFace(face: Face): string {
  const source = `url(data:font/woff2;base64,${face.bytes.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:200 900;font-display:swap;src:${source};unicode-range:${face.range}}`;
}

async function bytesOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
