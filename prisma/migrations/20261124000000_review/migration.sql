-- Review: quorums, suggestions, blind second verdicts, splitting and merging, threads, outsiders, presence, live changes.

-- Text that is long is kept smaller and quicker where this Postgres can.
DO $$ BEGIN
  ALTER TABLE "Capture" ALTER COLUMN "text" SET COMPRESSION lz4, ALTER COLUMN "blocks" SET COMPRESSION lz4;
  ALTER TABLE "ArticleVersion" ALTER COLUMN "text" SET COMPRESSION lz4, ALTER COLUMN "blocks" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

-- The quorum: of so many voters, so many approvals carry -----------------------------------------------------------

ALTER TABLE "Desk"
  ADD COLUMN "voters" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "printDissent" BOOLEAN NOT NULL DEFAULT true;
UPDATE "Desk" SET "voters" = "approvalsNeeded";
ALTER TABLE "Desk" ADD CHECK ("voters" BETWEEN "approvalsNeeded" AND 9);

-- Rating scales ------------------------------------------------------------------------------------------------
-- A scale of the kind `sentence` has one rating, off the scale; what a verdict says there is its sentence.

ALTER TABLE "RatingScale"
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'ordered',
  ADD COLUMN "preset" TEXT NOT NULL DEFAULT '',
  ADD CHECK ("kind" IN ('ordered', 'sentence')),
  ADD CHECK ("revision" > 0);
-- Labels in other languages by their BCP 47 tag: { "de": { "label": "Falsch", "definition": "…" } }.
ALTER TABLE "Rating"
  ADD COLUMN "icon" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "translations" JSONB NOT NULL DEFAULT '{}',
  ADD CHECK (jsonb_typeof("translations") = 'object');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "Rating" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Verdicts stand under a scale as it was when they were given: all that ever happens to it is that it is retired.
CREATE FUNCTION scale_keeps_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."retiredAt" IS NOT NULL OR (to_jsonb(NEW) - 'retiredAt') IS DISTINCT FROM (to_jsonb(OLD) - 'retiredAt') THEN
    RAISE EXCEPTION 'a scale is revised, never changed' USING ERRCODE = 'ST003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeps_words BEFORE UPDATE ON "RatingScale" FOR EACH ROW EXECUTE FUNCTION scale_keeps_words();
CREATE UNIQUE INDEX "RatingScale_one_present" ON "RatingScale" ("deskId") WHERE "retiredAt" IS NULL;

-- Verdicts and reviews -----------------------------------------------------------------------------------------
-- `sentence` stands in the place of a label; `takenFromId` is the review whose suggested wording was taken over;
-- `sharedFromId` the revision of another claim whose verdict this one shares; `standsFromId` the lapsed revision that a
-- reviewer let stand again because only its surroundings had changed.

ALTER TABLE "VerdictRevision"
  ADD COLUMN "sentence" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "takenFromId" UUID,
  ADD COLUMN "sharedFromId" UUID,
  ADD COLUMN "standsFromId" UUID,
  ADD CHECK (length("sentence") <= 500);
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_takenFromId_fkey" FOREIGN KEY ("deskId", "takenFromId") REFERENCES "Review"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_sharedFromId_fkey" FOREIGN KEY ("deskId", "sharedFromId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_standsFromId_fkey" FOREIGN KEY ("deskId", "standsFromId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a reviewer would write instead: any of rationale, suggestedWording, sentence.
ALTER TABLE "Review" ADD COLUMN "suggestion" JSONB, ADD CHECK ("suggestion" IS NULL OR jsonb_typeof("suggestion") = 'object');

-- What somebody has seen of a claim: the sequence number of the record up to which they have read.
CREATE TABLE "ClaimSeen" (
    "deskId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimSeen_pkey" PRIMARY KEY ("deskId","memberId","claimId")
);
ALTER TABLE "ClaimSeen" ADD CONSTRAINT "ClaimSeen_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ClaimSeen" ADD CONSTRAINT "ClaimSeen_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- People from outside ------------------------------------------------------------------------------------------
-- Somebody who is asked about one claim by a link is a member who is `outside`: a viewer who sees nothing but that.

ALTER TABLE "Member"
  ADD COLUMN "outside" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "notify" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "digestAt" TIMESTAMPTZ(3),
  ADD CHECK (NOT "outside" OR "role" = 'viewer'),
  ADD CHECK (jsonb_typeof("notify") = 'object');

CREATE TABLE "OutsideInvite" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutsideInvite_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("purpose" IN ('expert', 'review')),
    CHECK (length("note") <= 5000)
);
CREATE UNIQUE INDEX "OutsideInvite_tokenHash_key" ON "OutsideInvite"("tokenHash");
CREATE INDEX "OutsideInvite_deskId_claimId_idx" ON "OutsideInvite"("deskId", "claimId");
CREATE INDEX "OutsideInvite_deskId_memberId_idx" ON "OutsideInvite"("deskId", "memberId");
ALTER TABLE "OutsideInvite" ADD CONSTRAINT "OutsideInvite_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutsideInvite" ADD CONSTRAINT "OutsideInvite_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutsideInvite" ADD CONSTRAINT "OutsideInvite_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The reviewer is of the desk and may review, or was asked to from outside; and never worked on the claim.
CREATE OR REPLACE FUNCTION review_before_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE state "ClaimState"; latest uuid; member record; "checkersMay" boolean;
BEGIN
  -- The lock makes an edit and a vote at the same instant take turns: the later one sees the earlier.
  SELECT c.state INTO state FROM "Claim" c WHERE c."deskId" = NEW."deskId" AND c.id = NEW."claimId" FOR UPDATE;
  SELECT r.id INTO latest FROM "VerdictRevision" r WHERE r."deskId" = NEW."deskId" AND r."claimId" = NEW."claimId"
    ORDER BY r.number DESC LIMIT 1;
  IF latest IS DISTINCT FROM NEW."revisionId" OR state IS DISTINCT FROM 'proposed' THEN
    RAISE EXCEPTION 'this revision is not under review' USING ERRCODE = 'ST002';
  END IF;
  IF EXISTS (SELECT 1 FROM contributors_of(NEW."deskId", NEW."claimId") c WHERE c."memberId" = NEW."reviewerId") THEN
    RAISE EXCEPTION 'a contributor cannot review' USING ERRCODE = 'ST001';
  END IF;
  SELECT m.role, m."leftAt", m.outside INTO member FROM "Member" m WHERE m."deskId" = NEW."deskId" AND m.id = NEW."reviewerId" FOR SHARE;
  SELECT d."checkersMayReview" INTO "checkersMay" FROM "Desk" d WHERE d.id = NEW."deskId";
  IF (member."leftAt" IS NOT NULL OR CASE
      WHEN member.outside THEN NOT EXISTS (SELECT 1 FROM "OutsideInvite" i
        WHERE i."deskId" = NEW."deskId" AND i."claimId" = NEW."claimId" AND i."memberId" = NEW."reviewerId"
          AND i."revokedAt" IS NULL AND i."expiresAt" > now() AND (i.purpose = 'review' OR NEW.decision = 'comment'))
      WHEN member.role = 'checker' THEN NOT "checkersMay"
      ELSE member.role NOT IN ('editor', 'admin') END) THEN
    RAISE EXCEPTION 'the reviewer is not a reviewer of this desk' USING ERRCODE = 'ST002';
  END IF;
  IF EXISTS (SELECT 1 FROM "SecondVerdict" s WHERE s."deskId" = NEW."deskId" AND s."claimId" = NEW."claimId"
      AND s."memberId" = NEW."reviewerId" AND s."givenAt" IS NULL AND s."cancelledAt" IS NULL) THEN
    RAISE EXCEPTION 'the reviewer has not given their own verdict yet' USING ERRCODE = 'ST002';
  END IF;
  RETURN NEW;
END $$;

-- Splitting, merging, repeating ----------------------------------------------------------------------------------
-- `split`: the claim was split off the other. `merge`: the other was merged into the claim. `same`: the claim says the
-- same as the other and can take over its verdict; that can end. Who worked on the other worked on the claim.

CREATE TABLE "ClaimRelation" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimRelation_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("kind" IN ('split', 'merge', 'same')),
    CHECK ("claimId" <> "otherId")
);
CREATE INDEX "ClaimRelation_deskId_claimId_idx" ON "ClaimRelation"("deskId", "claimId");
CREATE INDEX "ClaimRelation_deskId_otherId_idx" ON "ClaimRelation"("deskId", "otherId");
CREATE UNIQUE INDEX "ClaimRelation_one_same" ON "ClaimRelation" ("deskId", "claimId") WHERE "kind" = 'same' AND "endedAt" IS NULL;
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_deskId_otherId_fkey" FOREIGN KEY ("deskId", "otherId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same words elsewhere on the desk, for "the same claim?".
CREATE INDEX "Placement_quote" ON "Placement" ("deskId", md5("quote")) WHERE "active";

CREATE FUNCTION contribute_from(desk uuid, other uuid, claim uuid, subject uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT contribute(desk, claim, c."memberId", CASE WHEN c.kind = 'evidence' THEN 'statement' ELSE c.kind END, subject)
  FROM (SELECT DISTINCT k."memberId", k.kind FROM contributors_of(desk, other) k) c
$$;
REVOKE ALL ON FUNCTION contribute_from FROM PUBLIC;

CREATE FUNCTION relation_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.kind <> 'same' OR (to_jsonb(NEW) - 'endedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'endedAt') THEN
      RAISE EXCEPTION 'a relation of claims is never changed' USING ERRCODE = 'ST003';
    END IF;
  ELSIF NEW.kind IN ('split', 'merge') THEN
    PERFORM contribute_from(NEW."deskId", NEW."otherId", NEW."claimId", NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution AFTER INSERT OR UPDATE ON "ClaimRelation" FOR EACH ROW EXECUTE FUNCTION relation_contribution();

-- Whoever's suggested wording was taken over worked on the verdict; so did the people of a verdict that is shared.
CREATE OR REPLACE FUNCTION revision_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE other record;
BEGIN
  PERFORM contribute(NEW."deskId", NEW."claimId", NEW."authorId", 'verdict', NEW.id);
  IF NEW."takenFromId" IS NOT NULL THEN
    SELECT v."claimId", v."reviewerId" INTO other FROM "Review" v WHERE v."deskId" = NEW."deskId" AND v.id = NEW."takenFromId";
    IF other."claimId" IS DISTINCT FROM NEW."claimId" THEN
      RAISE EXCEPTION 'a suggestion is taken over for its own claim' USING ERRCODE = 'ST002';
    END IF;
    PERFORM contribute(NEW."deskId", NEW."claimId", other."reviewerId", 'wording', NEW.id);
  END IF;
  -- Words that stand in a revision as a reviewer suggested them are theirs too, whoever says where they come from.
  PERFORM contribute(NEW."deskId", NEW."claimId", v."reviewerId", 'wording', NEW.id)
  FROM "Review" v
  WHERE v."deskId" = NEW."deskId" AND v."claimId" = NEW."claimId" AND v.suggestion IS NOT NULL
    AND (v.suggestion->>'rationale' = NEW.rationale
      OR (NEW."suggestedWording" <> '' AND v.suggestion->>'suggestedWording' = NEW."suggestedWording")
      OR (NEW.sentence <> '' AND v.suggestion->>'sentence' = NEW.sentence));
  IF NEW."sharedFromId" IS NOT NULL THEN
    SELECT r."claimId" INTO other FROM "VerdictRevision" r WHERE r."deskId" = NEW."deskId" AND r.id = NEW."sharedFromId";
    PERFORM contribute_from(NEW."deskId", other."claimId", NEW."claimId", NEW.id);
  END IF;
  RETURN NULL;
END $$;

-- Blind second verdicts ------------------------------------------------------------------------------------------
-- Asked for on one revision; given once; both are seen by everybody from that moment. The person asked is no contributor.

CREATE TABLE "SecondVerdict" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "ratingId" UUID,
    "sentence" TEXT NOT NULL DEFAULT '',
    "rationale" TEXT NOT NULL DEFAULT '',
    "asOf" TEXT NOT NULL DEFAULT '',
    "basisDigest" TEXT NOT NULL DEFAULT '',
    "givenAt" TIMESTAMPTZ(3),
    "agrees" BOOLEAN,
    "outcome" TEXT,
    "adjudication" TEXT NOT NULL DEFAULT '',
    "adjudicatedById" UUID,
    "adjudicatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondVerdict_pkey" PRIMARY KEY ("deskId","id"),
    CHECK (("givenAt" IS NULL) = ("ratingId" IS NULL)),
    CHECK (("givenAt" IS NULL) = ("agrees" IS NULL)),
    CHECK ("givenAt" IS NULL OR "cancelledAt" IS NULL),
    CHECK ("givenAt" IS NULL OR "rationale" <> ''),
    CHECK (length("rationale") <= 20000 AND length("adjudication") <= 20000 AND length("sentence") <= 500),
    CHECK ("outcome" IS NULL OR "outcome" IN ('first', 'second', 'other')),
    CHECK (("outcome" IS NULL) = ("adjudicatedAt" IS NULL) AND ("outcome" IS NULL) = ("adjudicatedById" IS NULL)),
    CHECK ("outcome" IS NULL OR "givenAt" IS NOT NULL)
);
CREATE UNIQUE INDEX "SecondVerdict_one_open" ON "SecondVerdict" ("deskId", "claimId") WHERE "givenAt" IS NULL AND "cancelledAt" IS NULL;
CREATE INDEX "SecondVerdict_deskId_memberId_idx" ON "SecondVerdict"("deskId", "memberId") WHERE "givenAt" IS NULL AND "cancelledAt" IS NULL;
CREATE INDEX "SecondVerdict_deskId_claimId_idx" ON "SecondVerdict"("deskId", "claimId");
CREATE INDEX "SecondVerdict_deskId_givenAt_idx" ON "SecondVerdict"("deskId", "givenAt");
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_revisionId_fkey" FOREIGN KEY ("deskId", "revisionId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_askedById_fkey" FOREIGN KEY ("deskId", "askedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_adjudicatedById_fkey" FOREIGN KEY ("deskId", "adjudicatedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SecondVerdict" ADD CONSTRAINT "SecondVerdict_deskId_ratingId_fkey" FOREIGN KEY ("deskId", "ratingId") REFERENCES "Rating"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION second_verdict_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Claim" c WHERE c."deskId" = NEW."deskId" AND c.id = NEW."claimId" FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF NEW."givenAt" IS NOT NULL OR NEW."outcome" IS NOT NULL THEN
      RAISE EXCEPTION 'a second verdict is asked for before it is given' USING ERRCODE = 'ST002';
    END IF;
    IF EXISTS (SELECT 1 FROM contributors_of(NEW."deskId", NEW."claimId") c WHERE c."memberId" = NEW."memberId") THEN
      RAISE EXCEPTION 'a contributor gives no second verdict' USING ERRCODE = 'ST001';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."deskId", NEW.id, NEW."claimId", NEW."revisionId", NEW."memberId", NEW."askedById", NEW."askedAt") IS DISTINCT FROM
     (OLD."deskId", OLD.id, OLD."claimId", OLD."revisionId", OLD."memberId", OLD."askedById", OLD."askedAt")
     OR OLD."cancelledAt" IS NOT NULL OR OLD."outcome" IS NOT NULL
     OR (OLD."givenAt" IS NOT NULL AND (NEW."ratingId", NEW."sentence", NEW."rationale", NEW."asOf", NEW."basisDigest", NEW."givenAt", NEW."agrees")
       IS DISTINCT FROM (OLD."ratingId", OLD."sentence", OLD."rationale", OLD."asOf", OLD."basisDigest", OLD."givenAt", OLD."agrees")) THEN
    RAISE EXCEPTION 'a second verdict is never changed' USING ERRCODE = 'ST003';
  END IF;
  -- Somebody who was asked becomes a contributor when a claim is merged into this one, or its verdict shared with it.
  IF OLD."givenAt" IS NULL AND NEW."givenAt" IS NOT NULL
     AND EXISTS (SELECT 1 FROM contributors_of(NEW."deskId", NEW."claimId") c WHERE c."memberId" = NEW."memberId") THEN
    RAISE EXCEPTION 'a contributor gives no second verdict' USING ERRCODE = 'ST001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rules BEFORE INSERT OR UPDATE ON "SecondVerdict" FOR EACH ROW EXECUTE FUNCTION second_verdict_rules();

-- Threads ----------------------------------------------------------------------------------------------------------
-- A passage's thread hangs on its evidence; a verdict's on one revision.

ALTER TYPE "ThreadAnchor" ADD VALUE 'passage';
ALTER TABLE "Thread"
  ADD COLUMN "createdById" UUID NOT NULL,
  ADD COLUMN "resolvedById" UUID;
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_deskId_resolvedById_fkey" FOREIGN KEY ("deskId", "resolvedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Message"
  ADD COLUMN "mentions" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "removedAt" TIMESTAMPTZ(3),
  ADD CHECK ("text" <> '' AND length("text") <= 10000);

-- What a message says is never changed; it can be taken away and brought back.
CREATE FUNCTION message_keeps_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - 'removedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'removedAt') THEN
    RAISE EXCEPTION 'a message keeps its words' USING ERRCODE = 'ST003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeps_words BEFORE UPDATE ON "Message" FOR EACH ROW EXECUTE FUNCTION message_keeps_words();

-- Filters of the queue that somebody kept, for themselves or for the desk ------------------------------------------

CREATE TABLE "SavedFilter" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("deskId","id"),
    CHECK ("name" <> '' AND length("name") <= 100 AND length("query") <= 2000)
);
CREATE INDEX "SavedFilter_deskId_memberId_idx" ON "SavedFilter"("deskId", "memberId");
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The orders of the queue, each key one row to compare with; claims without a date come last.
CREATE INDEX "Claim_queue" ON "Claim" ("deskId", "state", coalesce("dueAt", 'infinity'), "id");
CREATE INDEX "Claim_due" ON "Claim" ("deskId", coalesce("dueAt", 'infinity'), "id");
CREATE INDEX "Claim_assigned" ON "Claim" ("deskId", "assigneeId", coalesce("dueAt", 'infinity'), "id");
CREATE INDEX "Claim_priority" ON "Claim" ("deskId", (CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END), coalesce("dueAt", 'infinity'), "id");
CREATE INDEX "Claim_updated" ON "Claim" ("deskId", "updatedAt", "id");
CREATE INDEX "VerdictRevision_deskId_authorId_claimId_idx" ON "VerdictRevision" ("deskId", "authorId", "claimId");
CREATE INDEX "Claim_words" ON "Claim" USING gin ("deskId", "statement" gin_trgm_ops);

-- Notices by mail ------------------------------------------------------------------------------------------------

ALTER TABLE "Notice" ADD COLUMN "mailedAt" TIMESTAMPTZ(3);

-- Presence: who is where, as long as it is said again; nothing of it outlives a crash --------------------------------

CREATE UNLOGGED TABLE "Presence" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "articleId" UUID,
    "claimId" UUID,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("deskId","id")
);
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- The end of the record is locked only while a transaction commits ------------------------------------------------------
-- append_audit() checks an entry and lays it ready; a deferred trigger puts it on the chain at COMMIT, in the order of the
-- calls. So nobody waits for the end of a chain while another's program thinks, and nothing is locked after it. What lies
-- ready is gone again before the transaction ends: the table is always empty to everybody else, and needs no log.

CREATE UNLOGGED TABLE "AuditPending" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "articleId" UUID,
    "claimId" UUID,
    "head" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "details" TEXT NOT NULL,

    CONSTRAINT "AuditPending_pkey" PRIMARY KEY ("deskId","id")
);

DROP FUNCTION append_audit;
CREATE FUNCTION append_audit(
  desk uuid, head text, tail text, at timestamptz, actor uuid, action text,
  subject uuid, article uuid, claim uuid, salt text, details text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told jsonb;
BEGIN
  -- What is hashed has to say what the columns say.
  told := (head || '0' || tail)::jsonb;
  IF (told->>'desk')::uuid IS DISTINCT FROM desk OR (told->>'actor')::uuid IS DISTINCT FROM actor
     OR told->>'action' IS DISTINCT FROM action OR (told->>'subject')::uuid IS DISTINCT FROM subject
     OR (told->>'article')::uuid IS DISTINCT FROM article OR (told->>'claim')::uuid IS DISTINCT FROM claim
     OR told->>'seq' IS DISTINCT FROM '0' OR (told->>'at')::timestamptz IS DISTINCT FROM at
     OR told->>'details' IS DISTINCT FROM encode(sha256(convert_to(salt || details, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'this is no entry of the record' USING ERRCODE = 'ST006';
  END IF;
  INSERT INTO "AuditPending" ("deskId", at, "actorId", action, "subjectId", "articleId", "claimId", head, tail, salt, details)
  VALUES (desk, append_audit.at, actor, append_audit.action, subject, article, claim,
    append_audit.head, append_audit.tail, append_audit.salt, append_audit.details);
END $$;
REVOKE ALL ON FUNCTION append_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit TO stet_app;

-- One statement moves the head, so that the chain cannot fork. Every entry is a hint on one channel for those who listen;
-- what happened they read from the record.
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moved_to bigint; chained bytea;
BEGIN
  DELETE FROM "AuditPending" WHERE "deskId" = NEW."deskId" AND id = NEW.id;
  UPDATE "AuditHead" h SET seq = h.seq + 1,
    hash = sha256(h.hash || convert_to(NEW.head || (h.seq + 1)::text || NEW.tail, 'UTF8'))
  WHERE h."deskId" = NEW."deskId" RETURNING h.seq, h.hash INTO STRICT moved_to, chained;
  INSERT INTO "AuditEntry" ("deskId", seq, at, "actorId", action, "subjectId", "articleId", "claimId", event, hash)
  VALUES (NEW."deskId", moved_to, NEW.at, NEW."actorId", NEW.action, NEW."subjectId", NEW."articleId", NEW."claimId",
    NEW.head || moved_to::text || NEW.tail, chained);
  INSERT INTO "AuditDetail" ("deskId", seq, salt, details) VALUES (NEW."deskId", moved_to, NEW.salt, NEW.details);
  PERFORM pg_notify('stet_live', NEW."deskId"::text || ' ' || moved_to::text);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER chain_audit AFTER INSERT ON "AuditPending" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION chain_audit();

GRANT SELECT, INSERT ON "ClaimRelation" TO stet_app;
GRANT UPDATE ("endedAt") ON "ClaimRelation" TO stet_app;
GRANT UPDATE ("removedAt") ON "Message" TO stet_app;
GRANT SELECT, INSERT, UPDATE ON "ClaimSeen", "OutsideInvite", "SecondVerdict", "SavedFilter", "Presence" TO stet_app;
GRANT DELETE ON "Presence" TO stet_app;
