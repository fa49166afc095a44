-- The run of the sweep that gave a command to the registry: two workers that sweep at once each count their own.
ALTER TABLE "registry_command" ADD COLUMN "run_id" UUID;

-- Until now a command belonged to the run in whose time it was queued; ids begin with that time.
UPDATE registry_command c SET run_id = (
  SELECT r.id FROM sweep_run r
  WHERE r.id < c.id AND (r.ended_at IS NULL OR r.ended_at >= to_timestamp(
    ('x' || lpad(left(replace(c.id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) - interval '1 millisecond')
  ORDER BY r.id DESC LIMIT 1)
WHERE c.kind IN ('domain-hold', 'domain-delete', 'domain-release');

CREATE INDEX "registry_command_run_id_state_idx" ON "registry_command"("run_id", "state");
