-- What follows a registration: expiry, suspension, grace, redemption, reclaim, release; renewals and orders.

-- CreateEnum
CREATE TYPE "AutoRenew" AS ENUM ('OFF', 'CREDIT', 'CARD');

-- CreateEnum
CREATE TYPE "RenewalState" AS ENUM ('ASKED', 'SENT', 'DONE', 'REFUSED', 'VOID');

-- CreateEnum
CREATE TYPE "NameOrderState" AS ENUM ('WAITING', 'DONE', 'REFUSED', 'WITHDRAWN');

-- AlterEnum


ALTER TYPE "DomainStatus" ADD VALUE 'EXPIRED';
ALTER TYPE "DomainStatus" ADD VALUE 'SUSPENDED';
ALTER TYPE "DomainStatus" ADD VALUE 'REDEMPTION';
ALTER TYPE "DomainStatus" ADD VALUE 'RECLAIM';
ALTER TYPE "DomainStatus" ADD VALUE 'PENDING_DELETE';
ALTER TYPE "DomainStatus" ADD VALUE 'RELEASED';

-- DropIndex
DROP INDEX "domain_next_transition_at_idx";

-- AlterTable
ALTER TABLE "domain" ADD COLUMN "auto_renew" "AutoRenew" NOT NULL DEFAULT 'OFF',
ADD COLUMN "next_charge_at" TIMESTAMPTZ(3),
ADD COLUMN "next_notice_at" TIMESTAMPTZ(3),
ADD COLUMN "reexamine_at" TIMESTAMPTZ(3),
ADD COLUMN "registry_expires_at" TIMESTAMPTZ(3),
ADD COLUMN "released_at" TIMESTAMPTZ(3),
ADD COLUMN "renewing_id" UUID,
ADD COLUMN "violation_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "registry_command" ADD COLUMN "due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "renewal" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "is_automatic" BOOLEAN NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "renewal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "renewal_item" (
    "id" UUID NOT NULL,
    "renewal_id" UUID NOT NULL,
    "domain_id" UUID NOT NULL,
    "invoice_id" UUID,
    "years" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "quoted_until" TIMESTAMPTZ(3) NOT NULL,
    "old_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "new_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "RenewalState" NOT NULL,
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "renewal_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_order" (
    "id" UUID NOT NULL,
    "domain_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at_once" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "reference" TEXT,
    "state" "NameOrderState" NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "name_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sweep_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "due" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "sweep_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "renewal_item_invoice_id_key" ON "renewal_item"("invoice_id");

-- CreateIndex
CREATE INDEX "renewal_owner_id_id_idx" ON "renewal"("owner_id", "id");

-- CreateIndex
CREATE INDEX "renewal_item_domain_id_id_idx" ON "renewal_item"("domain_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "renewal_item_renewal_id_domain_id_key" ON "renewal_item"("renewal_id", "domain_id");

-- CreateIndex
CREATE INDEX "name_order_due_at_id_idx" ON "name_order"("due_at", "id");

-- CreateIndex
CREATE INDEX "name_order_domain_id_id_idx" ON "name_order"("domain_id", "id");

-- CreateIndex
CREATE INDEX "name_order_state_id_idx" ON "name_order"("state", "id");

-- CreateIndex
CREATE INDEX "sweep_run_started_at_id_idx" ON "sweep_run"("started_at", "id");

-- CreateIndex
CREATE INDEX "domain_next_transition_at_id_idx" ON "domain"("next_transition_at", "id");

-- CreateIndex
CREATE INDEX "domain_next_notice_at_id_idx" ON "domain"("next_notice_at", "id");

-- CreateIndex
CREATE INDEX "domain_next_charge_at_id_idx" ON "domain"("next_charge_at", "id");

-- CreateIndex
CREATE INDEX "domain_expires_at_id_idx" ON "domain"("expires_at", "id");

-- CreateIndex
CREATE INDEX "registry_command_due_at_id_idx" ON "registry_command"("due_at", "id");

-- AddForeignKey
ALTER TABLE "renewal_item" ADD CONSTRAINT "renewal_item_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewal"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "renewal_item" ADD CONSTRAINT "renewal_item_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "name_order" ADD CONSTRAINT "name_order_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- Registered names so far: their first coming change is the expiry, their first notice 90 days before it.
UPDATE domain SET next_transition_at = expires_at, registry_expires_at = expires_at,
  next_notice_at = expires_at - interval '90 days'
WHERE status = 'ACTIVE';

INSERT INTO lifecycle_edge (lifecycle, "from", command, "to") VALUES
  ('domain', 'ACTIVE', 'expire', 'EXPIRED'),
  ('domain', 'EXPIRED', 'suspend', 'SUSPENDED'),
  ('domain', 'EXPIRED', 'enter-redemption', 'REDEMPTION'),
  ('domain', 'SUSPENDED', 'enter-redemption', 'REDEMPTION'),
  ('domain', 'SUSPENDED', 'enter-reclaim', 'RECLAIM'),
  ('domain', 'EXPIRED', 'enter-deletion', 'PENDING_DELETE'),
  ('domain', 'SUSPENDED', 'enter-deletion', 'PENDING_DELETE'),
  ('domain', 'REDEMPTION', 'enter-deletion', 'PENDING_DELETE'),
  ('domain', 'RECLAIM', 'release', 'RELEASED'),
  ('domain', 'PENDING_DELETE', 'release', 'RELEASED'),
  ('domain', 'ACTIVE', 'renew', 'ACTIVE'),
  ('domain', 'EXPIRED', 'renew', 'ACTIVE'),
  ('domain', 'SUSPENDED', 'renew', 'ACTIVE'),
  ('domain', 'REDEMPTION', 'renew', 'ACTIVE'),
  ('domain', 'ACTIVE', 'take-back', 'RELEASED'),
  ('domain', 'EXPIRED', 'take-back', 'RELEASED'),
  ('domain', 'SUSPENDED', 'take-back', 'RELEASED'),
  ('domain', 'REDEMPTION', 'take-back', 'RELEASED'),
  ('domain', 'RECLAIM', 'take-back', 'RELEASED');
