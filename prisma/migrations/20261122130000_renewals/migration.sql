-- Renewals: one payment for many invoices, cards that are kept for later payments, quotes that lapse.

-- AlterTable
ALTER TABLE "checkout" ADD COLUMN "also_invoice_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN "payment_method_id" UUID;

-- CreateTable
CREATE TABLE "payment_method" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "card_end" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "checkout_also_invoice_ids_idx" ON "checkout" USING GIN ("also_invoice_ids");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_provider_provider_ref_key" ON "payment_method"("provider", "provider_ref");

-- CreateIndex
CREATE INDEX "payment_method_customer_id_id_idx" ON "payment_method"("customer_id", "id");

-- CreateIndex
CREATE INDEX "renewal_item_state_quoted_until_id_idx" ON "renewal_item"("state", "quoted_until", "id");
