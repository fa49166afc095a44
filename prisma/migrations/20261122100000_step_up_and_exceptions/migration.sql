-- Proof of who acts, anew before heavy commands.
ALTER TABLE "session" ADD COLUMN "stepped_up_at" TIMESTAMPTZ(3);

CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "recovery_code_code_hash_key" ON "recovery_code"("code_hash");
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "step_up_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "step_up_code_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "step_up_code_user_id_idx" ON "step_up_code"("user_id");
ALTER TABLE "step_up_code" ADD CONSTRAINT "step_up_code_user_id_fkey" FOREIGN KEY ("user_id")
    REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Money of unknown origin waits for an operator before it goes back (R-NS-31). What had no decision of its own
-- until now was on its way back.
ALTER TABLE "provider_event"
    ADD COLUMN "return_due_at" TIMESTAMPTZ(3),
    ADD COLUMN "return_tries" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "decided_by_id" UUID,
    ADD COLUMN "decided_at" TIMESTAMPTZ(3),
    ADD COLUMN "reason" TEXT,
    ADD COLUMN "invoice_id" UUID;
CREATE INDEX "provider_event_return_due_at_idx" ON "provider_event"("return_due_at");
UPDATE provider_event SET outcome = 'returning' WHERE outcome = 'unattributed';
-- What the operator's list of exceptions reads; few rows of big tables.
CREATE INDEX provider_event_open_money ON provider_event (id)
    WHERE outcome IN ('unattributed', 'returning', 'return-refused');
CREATE INDEX audit_event_settle_refused ON audit_event (subject_id, id) WHERE action = 'billing.settle-refused';

-- A review that its agent left lying can be taken over.
ALTER TABLE "dossier" ADD COLUMN "review_touched_at" TIMESTAMPTZ(3);
UPDATE dossier SET review_touched_at = now() WHERE status = 'IN_REVIEW';
INSERT INTO lifecycle_edge (lifecycle, "from", command, "to") VALUES
    ('dossier', 'IN_REVIEW', 'take-over', 'IN_REVIEW');
