-- Reminders that no law demands can be declined without an account, and the record of a name is read in pages.
-- CreateTable
CREATE TABLE "declined_notice" (
    "address" TEXT NOT NULL,
    "declined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "declined_notice_pkey" PRIMARY KEY ("address")
);
ALTER TABLE declined_notice ADD CONSTRAINT declined_notice_address CHECK (address = lower(address));

-- CreateIndex
CREATE INDEX "message_subject_type_subject_id_id_idx" ON "message"("subject_type", "subject_id", "id");

-- DropIndex
DROP INDEX "message_subject_type_subject_id_idx";
