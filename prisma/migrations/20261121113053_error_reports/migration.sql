-- CreateTable
CREATE TABLE "error_report" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" TEXT,
    "part" TEXT,
    "wrong" TEXT NOT NULL,
    "should_say" TEXT NOT NULL,
    "source" TEXT,
    "email" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "error_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "error_report_reference_key" ON "error_report"("reference");

-- CreateIndex
CREATE INDEX "error_report_received_at_idx" ON "error_report"("received_at");
