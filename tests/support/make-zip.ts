import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly deflate?: boolean;
  /** Bit 0 says that the part is encrypted. */
  readonly flags?: number;
  /** What the directory says of its size, where that is a lie. */
  readonly claims?: number;
};

/** A zip container (APPNOTE 6.3) of these parts, as they are, for tests. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, deflate = true, flags = 0, claims } of parts) {
    const raw = Buffer.from(typeof data === "string" ? new TextEncoder().encode(data) : data);
    const body = deflate ? deflateRawSync(raw) : raw;
    const nameBytes = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | flags, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(body.byteLength, 14);
    common.writeUInt32LE(claims ?? raw.byteLength, 18);
    common.writeUInt16LE(nameBytes.byteLength, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, nameBytes, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, nameBytes]));
    pieces.push(local);
    offset += local.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.byteLength, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...pieces, listed, Buffer.from("PK\x05\x06"), end]));
}
