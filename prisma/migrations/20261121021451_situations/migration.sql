-- CreateEnum
CREATE TYPE "situation_state" AS ENUM ('received', 'awaiting-triage');

-- CreateTable
CREATE TABLE "situation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "failing" TEXT NOT NULL,
    "works" TEXT NOT NULL,
    "tried" TEXT NOT NULL,
    "signals" TEXT[],
    "system" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "state" "situation_state" NOT NULL DEFAULT 'received',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "situation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "situation_event" (
    "id" BIGSERIAL NOT NULL,
    "situation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "situation_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_key" (
    "key" UUID NOT NULL,
    "payload_hash" BYTEA NOT NULL,
    "reference" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "arrival" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "inbox" (
    "consumer" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("consumer","message_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "situation_reference_key" ON "situation"("reference");

-- CreateIndex
CREATE INDEX "situation_state_received_at_idx" ON "situation"("state", "received_at");

-- CreateIndex
CREATE INDEX "situation_event_situation_id_idx" ON "situation_event"("situation_id");

-- CreateIndex
CREATE INDEX "submission_key_created_at_idx" ON "submission_key"("created_at");

-- CreateIndex
CREATE INDEX "rate_limit_arrival_idx" ON "rate_limit"("arrival");

-- AddForeignKey
ALTER TABLE "situation_event" ADD CONSTRAINT "situation_event_situation_id_fkey" FOREIGN KEY ("situation_id") REFERENCES "situation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
