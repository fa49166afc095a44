-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "InvoiceStatus" AS ENUM ('ISSUED', 'PAID', 'CREDITED');

-- CreateEnum
CREATE TYPE "CheckoutStatus" AS ENUM ('OPENING', 'OPEN', 'COMPLETED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "PayoutStatus" AS ENUM ('REQUESTED', 'SENT', 'DONE', 'REFUSED');

-- CreateEnum
CREATE TYPE "DomainStatus" AS ENUM ('HELD', 'REGISTERING', 'ACTIVE', 'REFUSED');

-- CreateEnum
CREATE TYPE "DossierStatus" AS ENUM ('DRAFT', 'FILED', 'IN_REVIEW', 'ACTION_NEEDED', 'ACCEPTED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'FAILED');

-- CreateEnum
CREATE TYPE "ApplicantKind" AS ENUM ('INDIVIDUAL', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "FiledBy" AS ENUM ('SELF', 'DELEGATE');

-- CreateEnum
CREATE TYPE "VerdictKind" AS ENUM ('ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('RESELLER', 'AGENT', 'OPERATOR');

-- CreateEnum
CREATE TYPE "TokenKind" AS ENUM ('VERIFY_EMAIL', 'RESET_PASSWORD');

-- CreateEnum
CREATE TYPE "RegistryCommandState" AS ENUM ('QUEUED', 'SENT', 'DONE', 'REFUSED', 'UNKNOWN');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "system_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "owner_id" UUID,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" UUID NOT NULL,
    "transaction_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,
    "status" "InvoiceStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("invoice_id","position")
);

-- CreateTable
CREATE TABLE "invoice_event" (
    "invoice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "invoice_event_pkey" PRIMARY KEY ("invoice_id","version")
);

-- CreateTable
CREATE TABLE "credit_note" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT,
    "url" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "CheckoutStatus" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_payment_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "checkout_id" UUID,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "PayoutStatus" NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain" (
    "id" UUID NOT NULL,
    "name_ascii" TEXT NOT NULL,
    "open_name" TEXT,
    "name_unicode" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "status" "DomainStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "years" INTEGER NOT NULL,
    "policy_from" TEXT NOT NULL,
    "policy_hash" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "allotment_due_at" TIMESTAMPTZ(3) NOT NULL,
    "allotment_slot_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "name_servers" TEXT[],
    "next_transition_at" TIMESTAMPTZ(3),
    "refused_reason" TEXT,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "domain_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("domain_id","version")
);

-- CreateTable
CREATE TABLE "domain_contact" (
    "id" UUID NOT NULL,
    "domain_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "registered" BOOLEAN NOT NULL,

    CONSTRAINT "domain_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_fact" (
    "name_ascii" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "name_fact_pkey" PRIMARY KEY ("name_ascii")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "owner_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "name_ascii" TEXT NOT NULL,
    "name_unicode" TEXT NOT NULL,
    "status" "DossierStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "applicant_kind" "ApplicantKind",
    "filed_by" "FiledBy",
    "years" INTEGER NOT NULL,
    "declaration" JSONB NOT NULL,
    "policy_from" TEXT,
    "policy_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "filed_at" TIMESTAMPTZ(3),
    "reviewer_id" UUID,
    "review_taken_at" TIMESTAMPTZ(3),
    "identity_checked" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "ground" TEXT,
    "ground_note" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "invoice_id" UUID,
    "next_transition_at" TIMESTAMPTZ(3),

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_event" (
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "dossier_event_pkey" PRIMARY KEY ("dossier_id","version")
);

-- CreateTable
CREATE TABLE "name_claim" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "name_ascii" TEXT NOT NULL,
    "open_name" TEXT,
    "owner_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "dossier_hash" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "name_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "verdict" "VerdictKind" NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "reviewer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_request" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reasons" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "action_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_acceptance" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "terms_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "terms_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "state" "MessageState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL,
    "last_error" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT,
    "second_factor_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_secret" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL,

    CONSTRAINT "totp_secret_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "id" UUID NOT NULL,
    "kind" "TokenKind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "id" INTEGER NOT NULL,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_move" (
    "id" UUID NOT NULL,
    "target" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "clock_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_key" (
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "params_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "lifecycle_edge" (
    "lifecycle" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "lifecycle_edge_pkey" PRIMARY KEY ("lifecycle","from","command","to")
);

-- CreateTable
CREATE TABLE "installation_fact" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "installation_fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "registry_command" (
    "id" UUID NOT NULL,
    "registry" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "RegistryCommandState" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "code" INTEGER,
    "message" TEXT,
    "sv_tr_id" TEXT,
    "answer" JSONB,

    CONSTRAINT "registry_command_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_id_idx" ON "audit_event"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "ledger_account_owner_id_idx" ON "ledger_account"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_currency_key" ON "ledger_account"("code", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_id_currency_key" ON "ledger_account"("id", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_idempotency_key_key" ON "ledger_transaction"("idempotency_key");

-- CreateIndex
CREATE INDEX "ledger_transaction_subject_type_subject_id_idx" ON "ledger_transaction"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "posting_transaction_id_idx" ON "posting"("transaction_id");

-- CreateIndex
CREATE INDEX "posting_from_id_currency_idx" ON "posting"("from_id", "currency");

-- CreateIndex
CREATE INDEX "posting_to_id_currency_idx" ON "posting"("to_id", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

-- CreateIndex
CREATE INDEX "invoice_customer_id_id_idx" ON "invoice"("customer_id", "id");

-- CreateIndex
CREATE INDEX "invoice_subject_type_subject_id_idx" ON "invoice"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_number_key" ON "credit_note"("number");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_invoice_id_key" ON "credit_note"("invoice_id");

-- CreateIndex
CREATE INDEX "checkout_invoice_id_idx" ON "checkout"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_provider_provider_ref_key" ON "checkout"("provider", "provider_ref");

-- CreateIndex
CREATE INDEX "provider_event_processed_at_id_idx" ON "provider_event"("processed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_event_provider_provider_event_id_key" ON "provider_event"("provider", "provider_event_id");

-- CreateIndex
CREATE INDEX "payment_customer_id_id_idx" ON "payment"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_provider_payment_id_key" ON "payment"("provider", "provider_payment_id");

-- CreateIndex
CREATE INDEX "payout_customer_id_id_idx" ON "payout"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "domain_open_name_key" ON "domain"("open_name");

-- CreateIndex
CREATE UNIQUE INDEX "domain_dossier_id_key" ON "domain"("dossier_id");

-- CreateIndex
CREATE INDEX "domain_owner_id_id_idx" ON "domain"("owner_id", "id");

-- CreateIndex
CREATE INDEX "domain_next_transition_at_idx" ON "domain"("next_transition_at");

-- CreateIndex
CREATE INDEX "domain_name_ascii_idx" ON "domain"("name_ascii");

-- CreateIndex
CREATE UNIQUE INDEX "domain_contact_handle_key" ON "domain_contact"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "domain_contact_domain_id_role_key" ON "domain_contact"("domain_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_number_key" ON "dossier"("number");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_invoice_id_key" ON "dossier"("invoice_id");

-- CreateIndex
CREATE INDEX "dossier_owner_id_id_idx" ON "dossier"("owner_id", "id");

-- CreateIndex
CREATE INDEX "dossier_status_filed_at_id_idx" ON "dossier"("status", "filed_at", "id");

-- CreateIndex
CREATE INDEX "dossier_next_transition_at_idx" ON "dossier"("next_transition_at");

-- CreateIndex
CREATE INDEX "dossier_reviewer_id_status_idx" ON "dossier"("reviewer_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "name_claim_dossier_id_key" ON "name_claim"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "name_claim_open_name_key" ON "name_claim"("open_name");

-- CreateIndex
CREATE INDEX "name_claim_owner_id_ended_at_idx" ON "name_claim"("owner_id", "ended_at");

-- CreateIndex
CREATE INDEX "name_claim_name_ascii_idx" ON "name_claim"("name_ascii");

-- CreateIndex
CREATE UNIQUE INDEX "document_storage_key_key" ON "document"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_dossier_id_kind_version_key" ON "document"("dossier_id", "kind", "version");

-- CreateIndex
CREATE INDEX "verdict_document_id_id_idx" ON "verdict"("document_id", "id");

-- CreateIndex
CREATE INDEX "action_request_dossier_id_id_idx" ON "action_request"("dossier_id", "id");

-- CreateIndex
CREATE INDEX "terms_acceptance_dossier_id_idx" ON "terms_acceptance"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_dedupe_key_key" ON "message"("dedupe_key");

-- CreateIndex
CREATE INDEX "message_user_id_id_idx" ON "message"("user_id", "id");

-- CreateIndex
CREATE INDEX "message_subject_type_subject_id_idx" ON "message"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "message_state_id_idx" ON "message"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_idx" ON "session"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_token_token_hash_key" ON "one_time_token"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_token_user_id_kind_idx" ON "one_time_token"("user_id", "kind");

-- CreateIndex
CREATE INDEX "clock_move_finished_at_requested_at_idx" ON "clock_move"("finished_at", "requested_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "registry_command_state_id_idx" ON "registry_command"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_command_subject_type_subject_id_sequence_key" ON "registry_command"("subject_type", "subject_id", "sequence");

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transaction"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_from_id_currency_fkey" FOREIGN KEY ("from_id", "currency") REFERENCES "ledger_account"("id", "currency") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_to_id_currency_fkey" FOREIGN KEY ("to_id", "currency") REFERENCES "ledger_account"("id", "currency") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoice_event" ADD CONSTRAINT "invoice_event_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "domain_event" ADD CONSTRAINT "domain_event_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "domain_contact" ADD CONSTRAINT "domain_contact_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dossier_event" ADD CONSTRAINT "dossier_event_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "name_claim" ADD CONSTRAINT "name_claim_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action_request" ADD CONSTRAINT "action_request_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "terms_acceptance" ADD CONSTRAINT "terms_acceptance_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "totp_secret" ADD CONSTRAINT "totp_secret_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;


