import "server-only";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** A bucket and the keys to it. `prefix` is "" or ends in a slash; `endpoint` has no slash at its end. */
export type S3Settings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly prefix: string;
  readonly addressing: "path" | "virtual";
};

const needed = ["STET_S3_ENDPOINT", "STET_S3_BUCKET", "STET_S3_ACCESS_KEY_ID", "STET_S3_SECRET_ACCESS_KEY"] as const;
const others = ["STET_S3_REGION", "STET_S3_PREFIX", "STET_S3_ADDRESSING"] as const;

/** Reads the settings `STET_S3_…`; null when none is set. The error is a sentence for the operator, without secrets. */
export function s3Settings(env: Readonly<Record<string, string | undefined>>): Result<S3Settings | null, string> {
  const value = (name: string) => (env[name] ?? "").trim();
  if ([...needed, ...others].every((name) => value(name) === "")) return ok(null);
  const missing = needed.filter((name) => value(name) === "");
  if (missing.length > 0) {
    return err(
      `To keep copies in an S3 store, set ${missing.join(", ")} too; to keep them in a folder, set no STET_S3_….`,
    );
  }
  const endpoint = URL.parse(value("STET_S3_ENDPOINT"));
  if (endpoint === null || !/^https?:$/.test(endpoint.protocol) || hasMore(endpoint)) {
    return err("STET_S3_ENDPOINT must be like https://s3.example.org, without a user, a question mark or a fragment.");
  }
  const bucket = value("STET_S3_BUCKET");
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    return err("STET_S3_BUCKET must be the name of a bucket: lower-case letters, digits, hyphens and dots.");
  }
  const prefix = value("STET_S3_PREFIX").replace(/^\/+|\/+$/g, "");
  if (!/^[A-Za-z0-9._/-]*$/.test(prefix) || /(?:^|\/)\.{0,2}\/|(?:^|\/)\.{1,2}$/.test(prefix)) {
    return err("STET_S3_PREFIX must be made of letters, digits, hyphens, dots and underscores, with slashes between.");
  }
  const addressing = value("STET_S3_ADDRESSING") || "path";
  if (addressing !== "path" && addressing !== "virtual") {
    return err("STET_S3_ADDRESSING must be path (bucket in the path) or virtual (bucket in the host name).");
  }
  return ok({
    endpoint: endpoint.href.replace(/\/+$/, ""),
    bucket,
    region: value("STET_S3_REGION") || "us-east-1",
    accessKeyId: value("STET_S3_ACCESS_KEY_ID"),
    secretAccessKey: value("STET_S3_SECRET_ACCESS_KEY"),
    prefix: prefix === "" ? "" : `${prefix}/`,
    addressing,
  });
}

function hasMore({ username, password, search, hash }: URL): boolean {
  return username !== "" || password !== "" || search !== "" || hash !== "";
}

/** Where an object lies: the bucket in the path, or before the host's name. */
export function objectAddress({ endpoint, bucket, prefix, addressing }: S3Settings, sha256: string): URL {
  const key = `${prefix}${sha256.slice(0, 2)}/${sha256}`;
  if (addressing === "path") return new URL(`${endpoint}/${bucket}/${key}`);
  const address = new URL(`${endpoint}/${key}`);
  address.hostname = `${bucket}.${address.hostname}`;
  return address;
}
