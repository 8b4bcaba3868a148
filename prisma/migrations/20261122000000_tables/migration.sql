-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'checker', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('sign_in', 'setup', 'invitation');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('open', 'progress', 'proposed', 'returned', 'approved', 'published', 'stale', 'withdrawn');

-- CreateEnum
CREATE TYPE "StaleReason" AS ENUM ('quote', 'surroundings', 'statement', 'evidence');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high');

-- CreateEnum
CREATE TYPE "PlacementKind" AS ENUM ('exact', 'moved', 'changed', 'ambiguous', 'lost');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('publication', 'document', 'dataset', 'recording', 'post', 'interview', 'person');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('primary', 'secondary', 'expert', 'official', 'claimant');

-- CreateEnum
CREATE TYPE "RatingToken" AS ENUM ('true', 'mostly', 'half', 'barely', 'false', 'off');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('approve', 'return', 'comment');

-- CreateEnum
CREATE TYPE "ContributionKind" AS ENUM ('statement', 'span', 'evidence', 'verdict', 'wording');

-- CreateEnum
CREATE TYPE "ThreadAnchor" AS ENUM ('claim', 'evidence', 'verdict');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "deskId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneUseLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "userId" UUID,
    "deskId" UUID,
    "email" TEXT,
    "role" "Role",
    "localOnly" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneUseLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Desk" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "checkersMayReview" BOOLEAN NOT NULL DEFAULT false,
    "approvalsNeeded" INTEGER NOT NULL DEFAULT 1,
    "gates" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Article" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publishedOn" TEXT,
    "address" TEXT,
    "language" TEXT,
    "lastClaim" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "ArticleVersion" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "textDigest" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "importedFrom" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleVersion_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "claimant" TEXT NOT NULL DEFAULT '',
    "saidOn" TEXT NOT NULL DEFAULT '',
    "saidIn" TEXT NOT NULL DEFAULT '',
    "state" "ClaimState" NOT NULL DEFAULT 'open',
    "staleReason" "StaleReason",
    "staleSince" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    "assigneeId" UUID,
    "dueAt" TIMESTAMPTZ(3),
    "priority" "Priority" NOT NULL DEFAULT 'normal',
    "createdById" UUID NOT NULL,
    "editedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,
    "wordsVersion" INTEGER NOT NULL DEFAULT 1,
    "planVersion" INTEGER NOT NULL DEFAULT 1,
    "basisVersion" INTEGER NOT NULL DEFAULT 1,
    "lapsedRevision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "deskId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "kind" "PlacementKind" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "quote" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "placedById" UUID,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("deskId","claimId","versionId")
);

-- CreateTable
CREATE TABLE "Source" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL DEFAULT 'publication',
    "title" TEXT NOT NULL,
    "publication" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "publishedOn" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Capture" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "obtainedBy" TEXT NOT NULL,
    "obtainedAt" TIMESTAMPTZ(3) NOT NULL,
    "obtainedById" UUID,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Origin" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "Origin_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "captureId" UUID,
    "originId" UUID,
    "stance" "Stance" NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "passage" TEXT NOT NULL DEFAULT '',
    "locator" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "accessedOn" TEXT NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "linkedById" UUID NOT NULL,
    "editedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "RatingScale" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RatingScale_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scaleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "token" "RatingToken" NOT NULL,
    "value" INTEGER,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "VerdictRevision" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "versionId" UUID NOT NULL,
    "ratingId" UUID NOT NULL,
    "rationale" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "suggestedWording" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL,
    "basisDigest" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerdictRevision_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "RevisionEvidence" (
    "deskId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,

    CONSTRAINT "RevisionEvidence_pkey" PRIMARY KEY ("deskId","revisionId","evidenceId")
);

-- CreateTable
CREATE TABLE "Review" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "decision" "Decision" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "ContributionKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "CoverageNote" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CoverageNote_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "anchor" "ThreadAnchor" NOT NULL,
    "anchorId" UUID NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "ReplyRequest" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "askedOf" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReplyRequest_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "GateOverride" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GateOverride_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "deskId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "correction" TEXT,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("deskId","id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "deskId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("deskId","memberId","key")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "deskId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("deskId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "deskId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "articleId" UUID,
    "claimId" UUID,
    "event" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("deskId","seq")
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "deskId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "salt" TEXT NOT NULL,
    "details" TEXT NOT NULL,

    CONSTRAINT "AuditDetail_pkey" PRIMARY KEY ("deskId","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_idx" ON "Session"("userId", "revokedAt");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneUseLink_tokenHash_key" ON "OneUseLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneUseLink_deskId_purpose_createdAt_idx" ON "OneUseLink"("deskId", "purpose", "createdAt");

-- CreateIndex
CREATE INDEX "OneUseLink_userId_idx" ON "OneUseLink"("userId");

-- CreateIndex
CREATE INDEX "SignInAttempt_expire_idx" ON "SignInAttempt"("expire");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_deskId_userId_key" ON "Member"("deskId", "userId");

-- CreateIndex
CREATE INDEX "Article_deskId_updatedAt_idx" ON "Article"("deskId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Article_deskId_address_idx" ON "Article"("deskId", "address");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleVersion_deskId_articleId_number_key" ON "ArticleVersion"("deskId", "articleId", "number");

-- CreateIndex
CREATE INDEX "Claim_deskId_state_updatedAt_idx" ON "Claim"("deskId", "state", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Claim_deskId_assigneeId_state_idx" ON "Claim"("deskId", "assigneeId", "state");

-- CreateIndex
CREATE INDEX "Claim_deskId_dueAt_idx" ON "Claim"("deskId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_deskId_articleId_number_key" ON "Claim"("deskId", "articleId", "number");

-- CreateIndex
CREATE INDEX "Placement_deskId_versionId_start_idx" ON "Placement"("deskId", "versionId", "start");

-- CreateIndex
CREATE INDEX "Source_deskId_updatedAt_idx" ON "Source"("deskId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Source_deskId_address_idx" ON "Source"("deskId", "address");

-- CreateIndex
CREATE INDEX "Capture_deskId_sourceId_obtainedAt_idx" ON "Capture"("deskId", "sourceId", "obtainedAt" DESC);

-- CreateIndex
CREATE INDEX "Capture_deskId_sha256_idx" ON "Capture"("deskId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Origin_deskId_claimId_label_key" ON "Origin"("deskId", "claimId", "label");

-- CreateIndex
CREATE INDEX "Evidence_deskId_claimId_position_idx" ON "Evidence"("deskId", "claimId", "position");

-- CreateIndex
CREATE INDEX "Evidence_deskId_sourceId_idx" ON "Evidence"("deskId", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "RatingScale_deskId_name_revision_key" ON "RatingScale"("deskId", "name", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Rating_deskId_scaleId_position_key" ON "Rating"("deskId", "scaleId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "VerdictRevision_deskId_claimId_number_key" ON "VerdictRevision"("deskId", "claimId", "number");

-- CreateIndex
CREATE INDEX "RevisionEvidence_deskId_evidenceId_idx" ON "RevisionEvidence"("deskId", "evidenceId");

-- CreateIndex
CREATE INDEX "Review_deskId_revisionId_idx" ON "Review"("deskId", "revisionId");

-- CreateIndex
CREATE INDEX "Review_deskId_claimId_createdAt_idx" ON "Review"("deskId", "claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Review_deskId_reviewerId_createdAt_idx" ON "Review"("deskId", "reviewerId", "createdAt");

-- CreateIndex
CREATE INDEX "Contribution_deskId_memberId_idx" ON "Contribution"("deskId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Contribution_deskId_claimId_memberId_kind_subjectId_key" ON "Contribution"("deskId", "claimId", "memberId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "CoverageNote_deskId_versionId_start_idx" ON "CoverageNote"("deskId", "versionId", "start");

-- CreateIndex
CREATE INDEX "Thread_deskId_claimId_createdAt_idx" ON "Thread"("deskId", "claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_deskId_threadId_createdAt_idx" ON "Message"("deskId", "threadId", "createdAt");

-- CreateIndex
CREATE INDEX "ReplyRequest_deskId_claimId_idx" ON "ReplyRequest"("deskId", "claimId");

-- CreateIndex
CREATE INDEX "ReplyRequest_deskId_deadline_idx" ON "ReplyRequest"("deskId", "deadline");

-- CreateIndex
CREATE INDEX "GateOverride_deskId_claimId_idx" ON "GateOverride"("deskId", "claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_deskId_articleId_number_key" ON "Edition"("deskId", "articleId", "number");

-- CreateIndex
CREATE INDEX "AuditEntry_deskId_claimId_seq_idx" ON "AuditEntry"("deskId", "claimId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_deskId_articleId_seq_idx" ON "AuditEntry"("deskId", "articleId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_deskId_actorId_seq_idx" ON "AuditEntry"("deskId", "actorId", "seq");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneUseLink" ADD CONSTRAINT "OneUseLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneUseLink" ADD CONSTRAINT "OneUseLink_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_deskId_createdById_fkey" FOREIGN KEY ("deskId", "createdById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_deskId_editedById_fkey" FOREIGN KEY ("deskId", "editedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_deskId_assigneeId_fkey" FOREIGN KEY ("deskId", "assigneeId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_deskId_versionId_fkey" FOREIGN KEY ("deskId", "versionId") REFERENCES "ArticleVersion"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_deskId_placedById_fkey" FOREIGN KEY ("deskId", "placedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_deskId_sourceId_fkey" FOREIGN KEY ("deskId", "sourceId") REFERENCES "Source"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Origin" ADD CONSTRAINT "Origin_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_sourceId_fkey" FOREIGN KEY ("deskId", "sourceId") REFERENCES "Source"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_captureId_fkey" FOREIGN KEY ("deskId", "captureId") REFERENCES "Capture"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_originId_fkey" FOREIGN KEY ("deskId", "originId") REFERENCES "Origin"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_linkedById_fkey" FOREIGN KEY ("deskId", "linkedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_deskId_editedById_fkey" FOREIGN KEY ("deskId", "editedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingScale" ADD CONSTRAINT "RatingScale_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_deskId_scaleId_fkey" FOREIGN KEY ("deskId", "scaleId") REFERENCES "RatingScale"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_versionId_fkey" FOREIGN KEY ("deskId", "versionId") REFERENCES "ArticleVersion"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_ratingId_fkey" FOREIGN KEY ("deskId", "ratingId") REFERENCES "Rating"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictRevision" ADD CONSTRAINT "VerdictRevision_deskId_authorId_fkey" FOREIGN KEY ("deskId", "authorId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionEvidence" ADD CONSTRAINT "RevisionEvidence_deskId_revisionId_fkey" FOREIGN KEY ("deskId", "revisionId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionEvidence" ADD CONSTRAINT "RevisionEvidence_deskId_evidenceId_fkey" FOREIGN KEY ("deskId", "evidenceId") REFERENCES "Evidence"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_deskId_revisionId_fkey" FOREIGN KEY ("deskId", "revisionId") REFERENCES "VerdictRevision"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_deskId_reviewerId_fkey" FOREIGN KEY ("deskId", "reviewerId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoverageNote" ADD CONSTRAINT "CoverageNote_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoverageNote" ADD CONSTRAINT "CoverageNote_deskId_versionId_fkey" FOREIGN KEY ("deskId", "versionId") REFERENCES "ArticleVersion"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_deskId_threadId_fkey" FOREIGN KEY ("deskId", "threadId") REFERENCES "Thread"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_deskId_authorId_fkey" FOREIGN KEY ("deskId", "authorId") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GateOverride" ADD CONSTRAINT "GateOverride_deskId_claimId_fkey" FOREIGN KEY ("deskId", "claimId") REFERENCES "Claim"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_deskId_articleId_fkey" FOREIGN KEY ("deskId", "articleId") REFERENCES "Article"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_deskId_publishedById_fkey" FOREIGN KEY ("deskId", "publishedById") REFERENCES "Member"("deskId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_deskId_memberId_fkey" FOREIGN KEY ("deskId", "memberId") REFERENCES "Member"("deskId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditDetail" ADD CONSTRAINT "AuditDetail_deskId_seq_fkey" FOREIGN KEY ("deskId", "seq") REFERENCES "AuditEntry"("deskId", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

