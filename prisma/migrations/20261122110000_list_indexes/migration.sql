-- Lists are read by status and by the beginning of a name, each from an index that also holds their order.
-- COLLATE "C": a beginning is a range of the index, whatever the language of the database.
ALTER TABLE "domain" ALTER COLUMN "name_unicode" TYPE TEXT COLLATE "C";
ALTER TABLE "dossier" ALTER COLUMN "name_unicode" TYPE TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX "domain_owner_id_status_id_idx" ON "domain"("owner_id", "status", "id");

-- CreateIndex
CREATE INDEX "domain_owner_id_name_unicode_id_idx" ON "domain"("owner_id", "name_unicode", "id");

-- CreateIndex
CREATE INDEX "dossier_owner_id_status_id_idx" ON "dossier"("owner_id", "status", "id");

-- CreateIndex
CREATE INDEX "dossier_owner_id_name_unicode_id_idx" ON "dossier"("owner_id", "name_unicode", "id");

-- CreateIndex
CREATE INDEX "invoice_customer_id_status_id_idx" ON "invoice"("customer_id", "status", "id");
