-- Operators' own versions of policies: drafted by one person, published by another, never changed afterwards.
CREATE TYPE "PolicyVersionState" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

CREATE TABLE "policy_version" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "PolicyVersionState" NOT NULL,
    "author_id" UUID NOT NULL,
    "authored_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "approver_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "policy_version_from_is_day" CHECK ("from" ~ '^\d{4}-\d{2}-\d{2}$'),
    CONSTRAINT "policy_version_second_person" CHECK ("approver_id" <> "author_id"),
    CONSTRAINT "policy_version_published" CHECK (
      ("state" = 'PUBLISHED') = ("approver_id" IS NOT NULL AND "published_at" IS NOT NULL)),
    CONSTRAINT "policy_version_withdrawn" CHECK (("state" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL))
);
CREATE INDEX "policy_version_zone_state_from_idx" ON "policy_version"("zone", "state", "from");

-- A zone has one version from a day on; what was withdrawn stands in nobody's way.
CREATE UNIQUE INDEX "policy_version_one_from" ON "policy_version"("zone", "from") WHERE "state" <> 'WITHDRAWN';

CREATE TRIGGER published_row BEFORE UPDATE ON "policy_version"
  FOR EACH ROW WHEN (OLD."state" <> 'DRAFT') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_row BEFORE DELETE ON "policy_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON "policy_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "policy_run" (
    "version_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "due" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "after_expires_at" TIMESTAMPTZ(3),
    "after_id" UUID,

    CONSTRAINT "policy_run_pkey" PRIMARY KEY ("version_id"),
    CONSTRAINT "policy_run_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "policy_version"("id")
      ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE INDEX "policy_run_ended_at_idx" ON "policy_run"("ended_at");
