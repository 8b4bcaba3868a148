export type LooksLike =
  | "a PDF"
  | "a Word file"
  | "a spreadsheet"
  | "a presentation"
  | "an OpenDocument file"
  | "an EPUB book"
  | "an old Office file"
  | "an RTF file"
  | "an image"
  | "a zip archive"
  | "an archive"
  | "a compressed file"
  | "a sound or video recording"
  | "a database"
  | "a program";

const signatures: readonly (readonly [signature: string, offset: number, name: LooksLike])[] = [
  ["%PDF-", 0, "a PDF"],
  ["{\\rtf", 0, "an RTF file"],
  ["\xD0\xCF\x11\xE0\xA1\xB1", 0, "an old Office file"],
  ["\x89PNG\r\n", 0, "an image"],
  ["\xFF\xD8\xFF", 0, "an image"],
  ["GIF87a", 0, "an image"],
  ["GIF89a", 0, "an image"],
  ["WEBP", 8, "an image"],
  ["II*\0", 0, "an image"],
  ["MM\0*", 0, "an image"],
  ["ftypavif", 4, "an image"],
  ["ftypheic", 4, "an image"],
  ["ftyp", 4, "a sound or video recording"],
  ["ID3\x02", 0, "a sound or video recording"],
  ["ID3\x03", 0, "a sound or video recording"],
  ["ID3\x04", 0, "a sound or video recording"],
  ["OggS\0", 0, "a sound or video recording"],
  ["fLaC\0", 0, "a sound or video recording"],
  ["WAVE", 8, "a sound or video recording"],
  ["\x1A\x45\xDF\xA3", 0, "a sound or video recording"],
  ["\x1F\x8B", 0, "a compressed file"],
  ["BZh91AY", 0, "a compressed file"],
  ["\xFD7zXZ", 0, "a compressed file"],
  ["7z\xBC\xAF\x27\x1C", 0, "a compressed file"],
  ["Rar!\x1A", 0, "a compressed file"],
  ["\x28\xB5\x2F\xFD", 0, "a compressed file"],
  ["ustar", 257, "an archive"],
  ["SQLite format 3\0", 0, "a database"],
  ["\x7FELF", 0, "a program"],
];

const insideZip: readonly (readonly [part: string, name: LooksLike])[] = [
  ["word/", "a Word file"],
  ["xl/", "a spreadsheet"],
  ["ppt/", "a presentation"],
  ["application/epub+zip", "an EPUB book"],
  ["application/vnd.oasis.opendocument", "an OpenDocument file"],
];

/** What the first bytes say a file is, or null when they name no known binary format. */
export function looksLikeBinary(bytes: Uint8Array): LooksLike | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  if (head.startsWith("PK\x03\x04")) return insideZip.find(([part]) => head.includes(part))?.[1] ?? "a zip archive";
  return signatures.find(([signature, offset]) => head.startsWith(signature, offset))?.[2] ?? null;
}
