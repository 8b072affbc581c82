-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "recipient_id" UUID,
ADD COLUMN     "traceparent" TEXT,
ADD COLUMN     "tried_at" TIMESTAMPTZ(3);
