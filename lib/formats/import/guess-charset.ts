import chardet from "chardet";

/** A character encoding that was told from the bytes alone: the decoder's label, its name in words, how sure it is. */
export type CharsetGuess = { readonly label: string; readonly name: string; readonly isSure: boolean };

const names: Readonly<Record<string, string>> = {
  "windows-1250": "Central European (windows-1250)",
  "windows-1251": "Cyrillic (windows-1251)",
  "windows-1252": "Western European (windows-1252)",
  "windows-1253": "Greek (windows-1253)",
  "windows-1254": "Turkish (windows-1254)",
  "windows-1255": "Hebrew (windows-1255)",
  "windows-1256": "Arabic (windows-1256)",
  "windows-1257": "Baltic (windows-1257)",
  "windows-1258": "Vietnamese (windows-1258)",
  "windows-874": "Thai (windows-874)",
  "ISO-8859-2": "Central European (ISO-8859-2)",
  "ISO-8859-5": "Cyrillic (ISO-8859-5)",
  "ISO-8859-6": "Arabic (ISO-8859-6)",
  "ISO-8859-7": "Greek (ISO-8859-7)",
  "ISO-8859-8": "Hebrew (ISO-8859-8)",
  "KOI8-R": "Cyrillic (KOI8-R)",
  Big5: "Chinese (Big5)",
  GB18030: "Chinese (GB18030)",
  "EUC-KR": "Korean (EUC-KR)",
  "EUC-JP": "Japanese (EUC-JP)",
  Shift_JIS: "Japanese (Shift_JIS)",
  "ISO-2022-JP": "Japanese (ISO-2022-JP)",
};

/** What chardet calls by the ISO name of what every decoder reads as the larger Windows set. */
const larger: Readonly<Record<string, string>> = { "ISO-8859-1": "windows-1252", "ISO-8859-9": "windows-1254" };

const longestSample = 64 * 1024;
const leastConfidence = 10;

/** With fewer bytes beyond ASCII than that, Western European is the likeliest wherever it is possible. */
const fewestForeign = 10;

/** The most likely encoding of bytes that are not UTF-8 and say nothing; null when they read as text in none. */
export function guessCharset(bytes: Uint8Array, markup: boolean): CharsetGuess | null {
  const sample = sampleOf(bytes, markup);
  const matches = chardet
    .analyse(sample)
    .map(({ name, confidence }) => ({ label: larger[name] ?? name, confidence }))
    .filter(({ label, confidence }) => names[label] !== undefined && confidence >= leastConfidence)
    .filter(({ label }) => readsAsText(sample, label));
  const foreign = sample.filter((byte) => byte > 0x7f).length;
  const isMeagre = foreign < fewestForeign;
  const best = (isMeagre ? matches.find(({ label }) => label === "windows-1252") : undefined) ?? matches[0];
  if (best === undefined) return null;
  const next = matches.find(({ label }) => scriptOf(label) !== scriptOf(best.label));
  const isSure = !isMeagre && best.confidence >= 40 && best.confidence - (next?.confidence ?? 0) >= 10;
  return { label: best.label, name: names[best.label] ?? best.label, isSure };
}

/** UTF-16 without a byte order mark: one of the two orders reads as letters and spaces, the other does not. */
export function guessUtf16(bytes: Uint8Array): CharsetGuess | null {
  if (bytes.byteLength % 2 !== 0) return null;
  const sample = bytes.subarray(0, longestSample);
  const found = (["utf-16le", "utf-16be"] as const).filter((label) => {
    const text = textIn(sample, label);
    const spaces = text?.match(/[ \n]/g)?.length ?? 0;
    return text !== null && isWordy(text) && (spaces > 0 || /^[\p{Script=Latin}\p{P}\p{N}]+$/u.test(text));
  });
  const [label] = found;
  return label === undefined || found.length > 1 ? null : { label, name: label.toUpperCase(), isSure: true };
}

/** Tags are Latin letters in every language: they are no evidence. */
function sampleOf(bytes: Uint8Array, markup: boolean): Uint8Array {
  if (!markup) return bytes.subarray(0, longestSample);
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const words = source.replace(/<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)|$)|<[^<>]*>|&#?\w+;/gi, " ");
  return Buffer.from(words.replace(/[ \t\r\n]+/g, " ").slice(0, longestSample), "latin1");
}

function readsAsText(sample: Uint8Array, label: string): boolean {
  const text = textIn(sample, label);
  return text !== null && isWordy(text);
}

/** The sample may end within a character, so that its last characters may be lost. */
function textIn(sample: Uint8Array, label: string): string | null {
  const text = new TextDecoder(label).decode(sample, { stream: true });
  return text.includes("\uFFFD") ? null : text;
}

function isWordy(text: string): boolean {
  if (/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/.test(text)) return false;
  const plain = text.match(/[\p{L}\p{M}\p{N}\p{P}\s]/gu)?.length ?? 0;
  return plain * 10 >= [...text].length * 7;
}

function scriptOf(label: string): string {
  return names[label]?.split(" (")[0] ?? label;
}
