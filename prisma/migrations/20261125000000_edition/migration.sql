-- Editions: what is frozen, who signed it, who may see it.

-- The keys a desk signs with -------------------------------------------------------------------------------------
-- `publicKey` and `sealedKey` are base64url: 32 bytes of Ed25519 (RFC 8032), and the private key sealed with a secret
-- that is not in the database. At most one key of a desk signs; the others are kept, for what they have signed.

CREATE TABLE "SigningKey" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "publicKey" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedReason" TEXT,

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("deskId","id"),
    CHECK (length("publicKey") = 43),
    CHECK (("revokedAt" IS NULL) = ("revokedReason" IS NULL))
);
CREATE UNIQUE INDEX "SigningKey_one_signs" ON "SigningKey" ("deskId") WHERE "retiredAt" IS NULL AND "revokedAt" IS NULL;
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_deskId_revokedById_fkey" FOREIGN KEY ("deskId", "revokedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A key is made once, and once retired or revoked it stays so. It retires after all that it signed.
CREATE FUNCTION key_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - 'retiredAt' - 'revokedAt' - 'revokedById' - 'revokedReason')
      IS DISTINCT FROM (to_jsonb(OLD) - 'retiredAt' - 'revokedAt' - 'revokedById' - 'revokedReason')
    OR (OLD."retiredAt" IS NOT NULL AND NEW."retiredAt" IS DISTINCT FROM OLD."retiredAt")
    OR (OLD."revokedAt" IS NOT NULL AND (NEW."revokedAt", NEW."revokedReason") IS DISTINCT FROM (OLD."revokedAt", OLD."revokedReason"))
    OR NEW."revokedAt" <= NEW."retiredAt"
    OR (OLD."retiredAt" IS NULL AND EXISTS (SELECT 1 FROM "Edition" e
      WHERE e."deskId" = NEW."deskId" AND e."keyId" = NEW.id AND e."publishedAt" > NEW."retiredAt")) THEN
    RAISE EXCEPTION 'a signing key is never changed, and never comes back' USING ERRCODE = 'ST003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER key_stays BEFORE UPDATE ON "SigningKey" FOR EACH ROW EXECUTE FUNCTION key_stays();
CREATE TRIGGER never_removed BEFORE DELETE ON "SigningKey" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Editions -------------------------------------------------------------------------------------------------------
-- `snapshot` is the RFC 8785 form of the edition's document (lib/domain/edition.ts), `digest` its SHA-256, `proof` the
-- RFC 8785 form of the signature over it. `correction` is JSON {kind, what, why}: from the second edition on it says why.

ALTER TABLE "Edition" ADD COLUMN "versionId" UUID NOT NULL;
ALTER TABLE "Edition" ADD COLUMN "keyId" UUID NOT NULL;
ALTER TABLE "Edition" ADD COLUMN "proof" TEXT NOT NULL;
ALTER TABLE "Edition" ADD COLUMN "isWithdrawal" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_deskId_versionId_fkey" FOREIGN KEY ("deskId", "versionId") REFERENCES "ArticleVersion"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Edition_deskId_keyId_idx" ON "Edition"("deskId", "keyId");
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_deskId_keyId_fkey" FOREIGN KEY ("deskId", "keyId") REFERENCES "SigningKey"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "Edition_id_key" ON "Edition"("id");
CREATE INDEX "Edition_deskId_publishedAt_idx" ON "Edition"("deskId", "publishedAt" DESC);

-- An edition is the next one of its article, says why when it is not the first, and is signed by a key that signs.
CREATE FUNCTION edition_before_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last int;
BEGIN
  PERFORM 1 FROM "Article" a WHERE a."deskId" = NEW."deskId" AND a.id = NEW."articleId" FOR UPDATE;
  SELECT coalesce(max(e.number), 0) INTO last FROM "Edition" e WHERE e."deskId" = NEW."deskId" AND e."articleId" = NEW."articleId";
  IF NEW.number <> last + 1 OR (last > 0 AND NEW.correction IS NULL) OR (last = 0 AND NEW."isWithdrawal") THEN
    RAISE EXCEPTION 'an edition follows the one before it and says what changed' USING ERRCODE = 'ST003';
  END IF;
  IF encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex') <> NEW.digest THEN
    RAISE EXCEPTION 'the digest is not that of the snapshot' USING ERRCODE = 'ST003';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "SigningKey" k WHERE k."deskId" = NEW."deskId" AND k.id = NEW."keyId"
      AND k."retiredAt" IS NULL AND k."revokedAt" IS NULL AND k."createdAt" <= NEW."publishedAt") THEN
    RAISE EXCEPTION 'the key signs no more, or not yet' USING ERRCODE = 'ST003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_before_insert BEFORE INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION edition_before_insert();

-- What the report will say ---------------------------------------------------------------------------------------
-- What an editor has prepared of an article's next edition. `claimOrder` names claims in the order of printing, those
-- that are not named follow in the order of the text; `hidden` names those that are not printed.

CREATE TABLE "ReportPlan" (
    "deskId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimOrder" UUID[] NOT NULL DEFAULT '{}',
    "hidden" UUID[] NOT NULL DEFAULT '{}',
    "summary" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "template" TEXT NOT NULL DEFAULT 'public',
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportPlan_pkey" PRIMARY KEY ("deskId","articleId"),
    CHECK ("template" IN ('public', 'editor', 'writer')),
    CHECK (length("summary") <= 20000 AND length("method") <= 20000)
);
ALTER TABLE "ReportPlan" ADD CONSTRAINT "ReportPlan_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportPlan" ADD CONSTRAINT "ReportPlan_deskId_updatedById_fkey" FOREIGN KEY ("deskId", "updatedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the writer said of a suggested wording.
CREATE TABLE "WordingAnswer" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WordingAnswer_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("outcome" IN ('accepted', 'refused', 'other')),
    CHECK (length("note") <= 5000)
);
CREATE INDEX "WordingAnswer_deskId_revisionId_idx" ON "WordingAnswer"("deskId", "revisionId");
ALTER TABLE "WordingAnswer" ADD CONSTRAINT "WordingAnswer_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WordingAnswer" ADD CONSTRAINT "WordingAnswer_deskId_revisionId_fkey" FOREIGN KEY ("deskId", "revisionId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WordingAnswer" ADD CONSTRAINT "WordingAnswer_deskId_answeredById_fkey" FOREIGN KEY ("deskId", "answeredById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "WordingAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who may see it -------------------------------------------------------------------------------------------------
-- One row an article: whether its newest edition has public pages, whether they may be indexed, whether each claim has a
-- page of its own and may be embedded, and until when nothing of it is public.

CREATE TABLE "Publication" (
    "deskId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "isIndexed" BOOLEAN NOT NULL DEFAULT false,
    "hasClaimPages" BOOLEAN NOT NULL DEFAULT false,
    "embargoUntil" TIMESTAMPTZ(3),
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("deskId","articleId")
);
-- Public addresses name the article alone: no desk opens what another has under the same id.
CREATE UNIQUE INDEX "Publication_articleId_key" ON "Publication"("articleId");
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_deskId_updatedById_fkey" FOREIGN KEY ("deskId", "updatedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A link for somebody outside; without an edition it leads to the newest one.
CREATE TABLE "ReportLink" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "editionId" UUID,
    "tokenHash" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportLink_pkey" PRIMARY KEY ("deskId","id"),
    CHECK (length("name") <= 200)
);
CREATE UNIQUE INDEX "ReportLink_tokenHash_key" ON "ReportLink"("tokenHash");
CREATE INDEX "ReportLink_deskId_articleId_idx" ON "ReportLink"("deskId", "articleId");
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_deskId_editionId_fkey" FOREIGN KEY ("deskId", "editionId") REFERENCES "Edition"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the desk calls itself in public: its page, its page of corrections, the languages and style of its reports.
ALTER TABLE "Desk" ADD COLUMN "homepage" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Desk" ADD COLUMN "correctionsPage" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Desk" ADD COLUMN "citationStyle" TEXT NOT NULL DEFAULT 'apa';

GRANT SELECT, INSERT ON "SigningKey", "WordingAnswer" TO stet_app;
GRANT UPDATE ("retiredAt", "revokedAt", "revokedById", "revokedReason") ON "SigningKey" TO stet_app;
GRANT SELECT, INSERT ON "ReportLink" TO stet_app;
GRANT UPDATE ("tokenHash", "openedAt", "revokedAt") ON "ReportLink" TO stet_app;
GRANT SELECT, INSERT, UPDATE ON "ReportPlan", "Publication" TO stet_app;
