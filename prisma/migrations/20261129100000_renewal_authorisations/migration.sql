-- Renewal by somebody whom an organisation has authorised in writing (R-VN-06).

-- CreateTable
CREATE TABLE "renewal_authorisation" (
    "id" UUID NOT NULL,
    "grantor_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_id" UUID,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,

    CONSTRAINT "renewal_authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorised_name" (
    "authorisation_id" UUID NOT NULL,
    "domain_id" UUID NOT NULL,

    CONSTRAINT "authorised_name_pkey" PRIMARY KEY ("authorisation_id", "domain_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "renewal_authorisation_document_id_key" ON "renewal_authorisation"("document_id");

-- CreateIndex
CREATE INDEX "renewal_authorisation_grantor_id_id_idx" ON "renewal_authorisation"("grantor_id", "id");

-- CreateIndex
CREATE INDEX "renewal_authorisation_contact_id_id_idx" ON "renewal_authorisation"("contact_id", "id");

-- CreateIndex
CREATE INDEX "authorised_name_domain_id_authorisation_id_idx" ON "authorised_name"("domain_id", "authorisation_id");

-- AddForeignKey
ALTER TABLE "authorised_name" ADD CONSTRAINT "authorised_name_authorisation_id_fkey" FOREIGN KEY ("authorisation_id") REFERENCES "renewal_authorisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "authorised_name" ADD CONSTRAINT "authorised_name_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A contact is written to before they have an account.
ALTER TABLE "message" ALTER COLUMN "user_id" DROP NOT NULL;

-- A payment page that somebody else than the invoices' customer visits: it is shown to them alone.
ALTER TABLE "checkout" ADD COLUMN "payer_id" UUID;

-- What cannot be an authorisation. Days are local dates; nobody is authorised for more than ten years.
CREATE FUNCTION legal_day(text) RETURNS date LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int)
$$;
ALTER TABLE renewal_authorisation
  ADD CONSTRAINT authorisation_days CHECK (from_day ~ '^\d{4}-\d{2}-\d{2}$' AND until_day ~ '^\d{4}-\d{2}-\d{2}$'
    AND from_day <= until_day AND legal_day(until_day) <= legal_day(from_day) + interval '10 years'),
  ADD CONSTRAINT authorisation_address CHECK (email = lower(email)),
  ADD CONSTRAINT authorisation_of_another CHECK (contact_id IS NULL OR contact_id <> grantor_id),
  ADD CONSTRAINT authorisation_accepted_by CHECK ((accepted_at IS NULL) = (contact_id IS NULL)),
  ADD CONSTRAINT authorisation_withdrawn_by CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));

-- What was granted stays as it was; accepted and withdrawn once, and never accepted when withdrawn.
CREATE FUNCTION guard_authorisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.grantor_id, NEW.email, NEW.contact_name, NEW.from_day, NEW.until_day,
      NEW.document_id, NEW.granted_at) IS DISTINCT FROM (OLD.id, OLD.grantor_id, OLD.email, OLD.contact_name,
      OLD.from_day, OLD.until_day, OLD.document_id, OLD.granted_at) THEN
    RAISE EXCEPTION 'authorisation % was granted and does not change', OLD.id USING ERRCODE = 'TN003';
  END IF;
  IF (OLD.accepted_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL)
      AND (NEW.accepted_at, NEW.contact_id) IS DISTINCT FROM (OLD.accepted_at, OLD.contact_id) THEN
    RAISE EXCEPTION 'authorisation % is accepted or withdrawn already', OLD.id USING ERRCODE = 'TN001';
  END IF;
  IF OLD.withdrawn_at IS NOT NULL
      AND (NEW.withdrawn_at, NEW.withdrawn_by) IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by) THEN
    RAISE EXCEPTION 'authorisation % is withdrawn already', OLD.id USING ERRCODE = 'TN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER granted_stays BEFORE UPDATE OR DELETE ON renewal_authorisation
  FOR EACH ROW EXECUTE FUNCTION guard_authorisation();
CREATE TRIGGER append_only_row BEFORE UPDATE OR DELETE ON authorised_name
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON authorised_name
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What waits for its contact, by their address.
CREATE INDEX renewal_authorisation_offered ON renewal_authorisation (email, id)
    WHERE contact_id IS NULL AND withdrawn_at IS NULL;
