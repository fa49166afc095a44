-- Nothing is charged by itself before its holder was told: the term for which that was done stands with the name.

-- AlterTable
ALTER TABLE "domain" ADD COLUMN "charge_told_for" TIMESTAMPTZ(3);

-- What was told so far is known by its message.
UPDATE domain SET charge_told_for = expires_at
WHERE auto_renew <> 'OFF' AND next_charge_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM message m WHERE m.dedupe_key = 'auto-renewal:' || domain.id || ':'
    || to_char(domain.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
