-- Credit can be paid in: a checkout that is for its customer's credit instead of an invoice.

-- AlterTable
ALTER TABLE "checkout" ADD COLUMN "customer_id" UUID,
ALTER COLUMN "invoice_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "checkout_customer_id_id_idx" ON "checkout"("customer_id", "id");

ALTER TABLE checkout
  ADD CONSTRAINT checkout_for_one CHECK ((invoice_id IS NULL) = (customer_id IS NOT NULL)),
  ADD CONSTRAINT checkout_of_credit CHECK (customer_id IS NULL
    OR (also_invoice_ids = '{}' AND payment_method_id IS NULL AND payer_id IS NULL));
