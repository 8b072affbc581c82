-- CreateTable
CREATE TABLE "engagement_report_file" (
    "report_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" BYTEA,
    "bytes" INTEGER,
    "version" TEXT,
    "published" BYTEA,

    CONSTRAINT "engagement_report_file_pkey" PRIMARY KEY ("report_id","format")
);

-- AddForeignKey
ALTER TABLE "engagement_report_file" ADD CONSTRAINT "engagement_report_file_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "engagement_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was kept before keeps its formats; the hashes of those files nobody noted.
INSERT INTO "engagement_report_file" ("report_id", "format")
SELECT DISTINCT "id", unnest("formats") FROM "engagement_report";

-- AlterTable
ALTER TABLE "engagement_report" DROP COLUMN "formats";
