-- Which commands of the registry's journal rest on each other, which were sent again, and which were never sent.

-- AlterEnum
ALTER TYPE "RegistryCommandState" ADD VALUE 'NOT_SENT';

-- AlterTable
ALTER TABLE "registry_command" ADD COLUMN "chain_id" UUID,
ADD COLUMN "repeats_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "registry_command_repeats_id_key" ON "registry_command"("repeats_id");

-- What is open of a registration or a renewal was queued in one act, at one instant.
UPDATE registry_command c SET chain_id = (
  SELECT first.id FROM registry_command first
  WHERE first.subject_type = c.subject_type AND first.subject_id = c.subject_id AND first.queued_at = c.queued_at
    AND first.kind IN ('contact-create', 'domain-create', 'domain-restore', 'domain-renew', 'domain-unhold')
  ORDER BY first.sequence LIMIT 1)
WHERE c.state IN ('QUEUED', 'SENT', 'UNKNOWN')
  AND c.kind IN ('contact-create', 'domain-create', 'domain-restore', 'domain-renew', 'domain-unhold');
