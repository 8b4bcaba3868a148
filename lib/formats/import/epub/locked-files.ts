import type { Archive } from "#lib/formats/import/archive.ts";
import { childrenNamed } from "#lib/formats/import/epub/package-file.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { readXml } from "#lib/formats/import/xml.ts";

/** Fonts may be scrambled without protecting the book; the words can be read. */
const fontScrambling = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);

/** The files of a book that are encrypted and are no fonts, by META-INF/encryption.xml. */
export async function lockedFiles(archive: Archive): Promise<ReadonlySet<string>> {
  const read = await archive.read("META-INF/encryption.xml");
  if (!read.ok || read.value === null) return new Set();
  const tree = readXml(new TextDecoder().decode(read.value));
  if (!tree.ok) return new Set();
  return new Set(
    childrenNamed(tree.value, "EncryptedData").flatMap((data) => {
      const method = childrenNamed(data, "EncryptionMethod")[0]?.attributes.Algorithm ?? "";
      return fontScrambling.has(method) ? [] : ciphersOf(data);
    }),
  );
}

function ciphersOf(data: XmlElement): string[] {
  return childrenNamed(data, "CipherData")
    .flatMap((cipher) => childrenNamed(cipher, "CipherReference"))
    .flatMap(({ attributes }) => (attributes.URI === undefined ? [] : [attributes.URI, decoded(attributes.URI)]));
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // Not encoded, then.
  }
}
