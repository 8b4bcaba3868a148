-- What a version was read from is kept as it came, and feeds that a desk watches.

CREATE TABLE "Original" (
    "deskId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "obtainedBy" TEXT NOT NULL,
    "obtainedAt" TIMESTAMPTZ(3) NOT NULL,
    "obtainedById" UUID NOT NULL,

    CONSTRAINT "Original_pkey" PRIMARY KEY ("deskId","versionId"),
    CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CHECK ("byteLength" >= 0)
);
CREATE INDEX "Original_deskId_sha256_idx" ON "Original"("deskId", "sha256");
ALTER TABLE "Original" ADD CONSTRAINT "Original_deskId_versionId_fkey" FOREIGN KEY ("deskId", "versionId") REFERENCES "ArticleVersion"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Original" ADD CONSTRAINT "Original_deskId_obtainedById_fkey" FOREIGN KEY ("deskId", "obtainedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Feed" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("deskId","id"),
    CHECK (jsonb_typeof("items") = 'array')
);
CREATE INDEX "Feed_deskId_removedAt_idx" ON "Feed"("deskId", "removedAt");
-- a desk watches an address once
CREATE UNIQUE INDEX "Feed_watched_once" ON "Feed"("deskId", "address") WHERE "removedAt" IS NULL;
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_deskId_addedById_fkey" FOREIGN KEY ("deskId", "addedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER original_never_changed BEFORE UPDATE ON "Original" FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON "Original" TO stet_app;
GRANT SELECT, INSERT, UPDATE ON "Feed" TO stet_app;
