-- Evidence that keeps: a library of sources, captures with what they say, passages inside them, watching, gates that
-- somebody overrode, and the right of reply.

-- Words are found by the beginnings of words in them; see lib/domain/search-words.ts for what `searchText` holds.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Sources -------------------------------------------------------------------------------------------------------

ALTER TABLE "Source"
  ADD COLUMN "csl" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "doi" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "isbn" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "interests" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "mergedIntoId" UUID,
  ADD CHECK (jsonb_typeof("csl") = 'object'),
  ADD CHECK ("mergedIntoId" IS DISTINCT FROM "id");
-- Sources made before: like `searchTextOf`, but for what it alone can spell; the next save of each writes it anew.
UPDATE "Source" SET "searchText" = '/ ' || (
  SELECT string_agg(btrim(regexp_replace(lower(normalize(field, NFKD)), '[^[:alnum:]]+', ' ', 'g')), ' / ')
  FROM unnest(ARRAY[title, publication, author,
    regexp_replace(regexp_replace(address, '^https?://((www|m|mobile|amp)[.])*', '', 'i'), '/*(#.*)?$', '')]) AS field
  WHERE field <> '') || ' /';
ALTER TABLE "Source" ADD CONSTRAINT "Source_deskId_mergedIntoId_fkey" FOREIGN KEY ("deskId", "mergedIntoId") REFERENCES "Source"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Source_words" ON "Source" USING gin ("deskId", "searchText" gin_trgm_ops);
CREATE INDEX "Source_deskId_doi_idx" ON "Source"("deskId", "doi");
CREATE INDEX "Source_deskId_isbn_idx" ON "Source"("deskId", "isbn");
CREATE INDEX "Source_deskId_mergedIntoId_idx" ON "Source"("deskId", "mergedIntoId");

-- Captures ------------------------------------------------------------------------------------------------------

ALTER TABLE "Capture"
  ADD COLUMN "requested" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "status" INTEGER,
  ADD COLUMN "headers" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "redirects" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "fileName" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "title" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "format" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "blocks" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "textDigest" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "unread" TEXT NOT NULL DEFAULT '',
  ADD CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CHECK (jsonb_typeof("headers") = 'array' AND jsonb_typeof("redirects") = 'array' AND jsonb_typeof("blocks") = 'array');
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_deskId_obtainedById_fkey" FOREIGN KEY ("deskId", "obtainedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "Capture" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "Capture" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A tsvector holds at most 1 MB, so a long text is searched in parts: [start, end) in UTF-16 code units.
CREATE TABLE "CaptureText" (
    "deskId" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "CaptureText_pkey" PRIMARY KEY ("deskId","captureId","start"),
    CHECK ("start" >= 0 AND "end" > "start")
);
CREATE INDEX "CaptureText_search" ON "CaptureText" USING gin ("deskId", "search");
ALTER TABLE "CaptureText" ADD CONSTRAINT "CaptureText_deskId_captureId_fkey" FOREIGN KEY ("deskId", "captureId") REFERENCES "Capture"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was made beside a capture, later: pictures of the page, a copy elsewhere. Insert-only.
CREATE TABLE "CaptureAsset" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "mediaType" TEXT NOT NULL DEFAULT '',
    "byteLength" INTEGER NOT NULL DEFAULT 0,
    "address" TEXT NOT NULL DEFAULT '',
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaptureAsset_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("kind" IN ('screenshot', 'pdf', 'wayback')),
    CHECK (CASE WHEN "kind" = 'wayback' THEN "address" <> '' ELSE "sha256" ~ '^[0-9a-f]{64}$' END)
);
CREATE UNIQUE INDEX "CaptureAsset_deskId_captureId_kind_key" ON "CaptureAsset"("deskId", "captureId", "kind");
ALTER TABLE "CaptureAsset" ADD CONSTRAINT "CaptureAsset_deskId_captureId_fkey" FOREIGN KEY ("deskId", "captureId") REFERENCES "Capture"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "CaptureAsset" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Evidence ------------------------------------------------------------------------------------------------------
-- `[passageStart, passageEnd)` is the passage in the text of the capture, UTF-16 code units. `publicAs` is how a
-- confidential source is named outside the desk. `calculation` is one step a line.

ALTER TABLE "Evidence"
  ADD COLUMN "passageStart" INTEGER,
  ADD COLUMN "passageEnd" INTEGER,
  ADD COLUMN "publicAs" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "calculation" TEXT NOT NULL DEFAULT '',
  ADD CHECK (("passageStart" IS NULL) = ("passageEnd" IS NULL)),
  ADD CHECK ("passageStart" IS NULL OR ("captureId" IS NOT NULL AND "passageStart" >= 0 AND "passageEnd" > "passageStart")),
  ADD CHECK (length("publicAs") <= 300 AND length("calculation") <= 5000);
CREATE INDEX "Evidence_deskId_captureId_idx" ON "Evidence"("deskId", "captureId");
CREATE INDEX "Evidence_passage" ON "Evidence" USING gin ("deskId", to_tsvector('simple', passage)) WHERE "removedAt" IS NULL;
CREATE INDEX "Claim_statement" ON "Claim" USING gin ("deskId", to_tsvector('simple', statement));

-- ST007: the copy is of another source. Two sources are one when one was merged into the other, or both into a third.
CREATE OR REPLACE FUNCTION evidence_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."captureId" IS NOT NULL
     AND (TG_OP = 'INSERT' OR (NEW."captureId", NEW."sourceId") IS DISTINCT FROM (OLD."captureId", OLD."sourceId"))
     AND NOT EXISTS (
       SELECT 1 FROM "Capture" c
       JOIN "Source" kept ON kept."deskId" = c."deskId" AND kept.id = c."sourceId"
       JOIN "Source" cited ON cited."deskId" = c."deskId" AND cited.id = NEW."sourceId"
       WHERE c."deskId" = NEW."deskId" AND c.id = NEW."captureId"
         AND coalesce(kept."mergedIntoId", kept.id) = coalesce(cited."mergedIntoId", cited.id)) THEN
    RAISE EXCEPTION 'evidence is bound to a copy of another source' USING ERRCODE = 'ST007';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM contribute(NEW."deskId", NEW."claimId", NEW."linkedById", 'evidence', NEW.id);
    PERFORM make_stale(NEW."deskId", NEW."claimId", 'evidence');
    RETURN NULL;
  END IF;
  IF (NEW."deskId", NEW.id, NEW."claimId", NEW."linkedById") IS DISTINCT FROM
     (OLD."deskId", OLD.id, OLD."claimId", OLD."linkedById") THEN
    RAISE EXCEPTION 'evidence keeps its claim and its author' USING ERRCODE = 'ST003';
  END IF;
  IF (NEW.stance, NEW.kind, NEW."sourceId", NEW."captureId", NEW."originId", NEW.passage, NEW.locator, NEW.note, NEW.calculation, NEW."removedAt")
     IS DISTINCT FROM
     (OLD.stance, OLD.kind, OLD."sourceId", OLD."captureId", OLD."originId", OLD.passage, OLD.locator, OLD.note, OLD.calculation, OLD."removedAt") THEN
    PERFORM contribute(NEW."deskId", NEW."claimId", NEW."editedById", 'evidence', NEW.id);
    PERFORM make_stale(NEW."deskId", NEW."claimId", 'evidence');
  END IF;
  RETURN NULL;
END $$;

-- Watching ------------------------------------------------------------------------------------------------------

CREATE TABLE "Watch" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'alive',
    "stateSince" TIMESTAMPTZ(3) NOT NULL,
    "movedTo" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "checkedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("state" IN ('alive', 'moved', 'changed', 'passage-changed', 'gone', 'unreachable')),
    CHECK ("failures" >= 0)
);
-- a desk watches an address of a source once
CREATE UNIQUE INDEX "Watch_deskId_sourceId_address_key" ON "Watch"("deskId", "sourceId", "address");
CREATE INDEX "Watch_due" ON "Watch"("nextAt") WHERE "stoppedAt" IS NULL;
CREATE INDEX "Watch_host" ON "Watch"("host", "nextAt") WHERE "stoppedAt" IS NULL;
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_deskId_sourceId_fkey" FOREIGN KEY ("deskId", "sourceId") REFERENCES "Source"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_deskId_captureId_fkey" FOREIGN KEY ("deskId", "captureId") REFERENCES "Capture"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every look at a watched address. Insert-only.
CREATE TABLE "WatchOutcome" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "watchId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "status" INTEGER,
    "address" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL DEFAULT '',
    "textDigest" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "tookMs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WatchOutcome_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("state" IN ('alive', 'moved', 'changed', 'passage-changed', 'gone', 'unreachable'))
);
CREATE INDEX "WatchOutcome_deskId_watchId_at_idx" ON "WatchOutcome"("deskId", "watchId", "at" DESC);
ALTER TABLE "WatchOutcome" ADD CONSTRAINT "WatchOutcome_deskId_watchId_fkey" FOREIGN KEY ("deskId", "watchId") REFERENCES "Watch"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "WatchOutcome" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whether the words that a piece of evidence relies on still stand at its source; the capture stays the proof.
CREATE TABLE "PassageState" (
    "deskId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "watchId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "now" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PassageState_pkey" PRIMARY KEY ("deskId","evidenceId"),
    CHECK ("state" IN ('found', 'changed', 'gone'))
);
ALTER TABLE "PassageState" ADD CONSTRAINT "PassageState_deskId_evidenceId_fkey" FOREIGN KEY ("deskId", "evidenceId") REFERENCES "Evidence"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PassageState" ADD CONSTRAINT "PassageState_deskId_watchId_fkey" FOREIGN KEY ("deskId", "watchId") REFERENCES "Watch"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Notices -------------------------------------------------------------------------------------------------------
-- `key` names what it tells of, so that telling it twice makes one notice.

CREATE TABLE "Notice" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "claimId" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("deskId","id"),
    CHECK (jsonb_typeof("details") = 'object')
);
CREATE UNIQUE INDEX "Notice_deskId_memberId_key_key" ON "Notice"("deskId", "memberId", "key");
CREATE INDEX "Notice_deskId_memberId_at_idx" ON "Notice"("deskId", "memberId", "at" DESC);
CREATE INDEX "Notice_unread" ON "Notice"("deskId", "memberId") WHERE "readAt" IS NULL;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Gates ---------------------------------------------------------------------------------------------------------
-- An override at the stage `propose` is for the next revision of the claim and names none but its number; the others
-- name the one that is decided on. It never comes from a contributor.

ALTER TABLE "GateOverride"
  ALTER COLUMN "revisionId" DROP NOT NULL,
  ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'approve',
  ADD COLUMN "revisionNumber" INTEGER NOT NULL,
  ADD CHECK ("stage" IN ('propose', 'approve', 'publish')),
  ADD CHECK (("stage" = 'propose') = ("revisionId" IS NULL)),
  ADD CHECK ("reason" <> '' AND length("reason") <= 2000);
ALTER TABLE "GateOverride" ALTER COLUMN "stage" DROP DEFAULT;
ALTER TABLE "GateOverride" ADD CONSTRAINT "GateOverride_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GateOverride" ADD CONSTRAINT "GateOverride_deskId_revisionId_fkey" FOREIGN KEY ("deskId", "revisionId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION override_before_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE member record; latest record;
BEGIN
  -- The lock makes an edit and an override at the same instant take turns: the later one sees the earlier.
  PERFORM 1 FROM "Claim" c WHERE c."deskId" = NEW."deskId" AND c.id = NEW."claimId" FOR UPDATE;
  SELECT r.id, r.number INTO latest FROM "VerdictRevision" r
    WHERE r."deskId" = NEW."deskId" AND r."claimId" = NEW."claimId" ORDER BY r.number DESC LIMIT 1;
  IF NEW."revisionId" IS NULL AND NEW."revisionNumber" <> coalesce(latest.number, 0) + 1
     OR NEW."revisionId" IS NOT NULL AND (NEW."revisionId", NEW."revisionNumber") IS DISTINCT FROM (latest.id, latest.number) THEN
    RAISE EXCEPTION 'this revision is not the latest' USING ERRCODE = 'ST002';
  END IF;
  SELECT m.role, m."leftAt" INTO member FROM "Member" m WHERE m."deskId" = NEW."deskId" AND m.id = NEW."memberId";
  IF member."leftAt" IS NOT NULL OR member.role NOT IN ('editor', 'admin') THEN
    RAISE EXCEPTION 'only an editor overrides a gate' USING ERRCODE = 'ST002';
  END IF;
  IF EXISTS (SELECT 1 FROM contributors_of(NEW."deskId", NEW."claimId") c WHERE c."memberId" = NEW."memberId") THEN
    RAISE EXCEPTION 'a contributor cannot override a gate' USING ERRCODE = 'ST001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_insert BEFORE INSERT ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION override_before_insert();

-- Right of reply --------------------------------------------------------------------------------------------------

ALTER TABLE "ReplyRequest"
  ADD COLUMN "contact" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "askedById" UUID NOT NULL,
  ADD COLUMN "answeredById" UUID,
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawnReason" TEXT,
  ADD COLUMN "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  ADD CHECK ("askedOf" <> '' AND length("askedOf") <= 500 AND length("contact") <= 500),
  ADD CHECK (length("text") <= 20000 AND length("answer") <= 20000),
  ADD CHECK ("channel" IN ('email', 'phone', 'letter', 'message', 'in-person', 'form')),
  ADD CHECK ("answer" IS NULL OR "answer" <> ''),
  ADD CHECK (("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL));
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_deskId_askedById_fkey" FOREIGN KEY ("deskId", "askedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_deskId_answeredById_fkey" FOREIGN KEY ("deskId", "answeredById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "ReplyRequest_waiting" ON "ReplyRequest"("deadline") WHERE "answeredAt" IS NULL AND "withdrawnAt" IS NULL AND "deadline" IS NOT NULL;

-- What came with a request or an answer. Insert-only; the bytes lie in the blob store.
CREATE TABLE "ReplyAttachment" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplyAttachment_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("sha256" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "ReplyAttachment_deskId_requestId_idx" ON "ReplyAttachment"("deskId", "requestId");
ALTER TABLE "ReplyAttachment" ADD CONSTRAINT "ReplyAttachment_deskId_requestId_fkey" FOREIGN KEY ("deskId", "requestId") REFERENCES "ReplyRequest"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReplyAttachment" ADD CONSTRAINT "ReplyAttachment_deskId_addedById_fkey" FOREIGN KEY ("deskId", "addedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "ReplyAttachment" FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON "CaptureText", "CaptureAsset", "WatchOutcome", "ReplyAttachment" TO stet_app;
GRANT SELECT, INSERT, UPDATE ON "Watch", "PassageState", "Notice" TO stet_app;
