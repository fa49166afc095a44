-- The portal's inbox, and whose early notices are not wanted.
ALTER TABLE "app_user" ADD COLUMN "early_notices" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "message" ADD COLUMN "read_at" TIMESTAMPTZ(3);
CREATE INDEX "message_user_id_read_at_id_idx" ON "message"("user_id", "read_at", "id");
