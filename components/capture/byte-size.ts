const count = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** A number of bytes as people say it, in powers of a thousand: "48.2 kB". */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1_000_000) return `${count.format(bytes / 1000)} kB`;
  return `${count.format(bytes / 1_000_000)} MB`;
}
