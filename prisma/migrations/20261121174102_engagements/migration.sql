-- AlterTable
ALTER TABLE "document" ADD COLUMN     "engagement_id" UUID;

-- AlterTable
ALTER TABLE "situation" ADD COLUMN     "engagement_id" UUID;

-- CreateTable
CREATE TABLE "engagement" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "team_id" UUID,
    "client" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagement_report" (
    "id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "document_id" UUID,
    "situation_id" UUID,
    "title" TEXT NOT NULL,
    "formats" TEXT[],
    "settings" TEXT NOT NULL,
    "logo" BYTEA,
    "is_anonymous" BOOLEAN NOT NULL,
    "session" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "engagement_owner_id_idx" ON "engagement"("owner_id");

-- CreateIndex
CREATE INDEX "engagement_team_id_idx" ON "engagement"("team_id");

-- CreateIndex
CREATE INDEX "engagement_report_engagement_id_made_at_idx" ON "engagement_report"("engagement_id", "made_at");

-- CreateIndex
CREATE INDEX "engagement_report_document_id_idx" ON "engagement_report"("document_id");

-- CreateIndex
CREATE INDEX "engagement_report_situation_id_idx" ON "engagement_report"("situation_id");

-- CreateIndex
CREATE INDEX "engagement_report_made_by_id_idx" ON "engagement_report"("made_by_id");

-- CreateIndex
CREATE INDEX "document_engagement_id_idx" ON "document"("engagement_id");

-- CreateIndex
CREATE INDEX "situation_engagement_id_idx" ON "situation"("engagement_id");

-- AddForeignKey
ALTER TABLE "situation" ADD CONSTRAINT "situation_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_report" ADD CONSTRAINT "engagement_report_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_report" ADD CONSTRAINT "engagement_report_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_report" ADD CONSTRAINT "engagement_report_situation_id_fkey" FOREIGN KEY ("situation_id") REFERENCES "situation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_report" ADD CONSTRAINT "engagement_report_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
