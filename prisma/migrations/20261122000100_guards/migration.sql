-- The database's own guards: what they forbid no code can do, whatever it is.
-- SQLSTATEs of Tenure: TN001 edge not allowed, TN002 status without its event, TN003 append-only,
-- TN004 issued invoices do not change.

-- 1. Append-only tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'TN003';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event', 'ledger_transaction', 'posting', 'invoice_line', 'invoice_event',
    'credit_note', 'payment', 'domain_event', 'dossier_event', 'verdict', 'terms_acceptance'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_row BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- 2. Lifecycles: an event takes an allowed edge from the status before it; a status has its event.
CREATE FUNCTION guard_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lifecycle_name text := TG_ARGV[0];
  subject uuid := (to_jsonb(NEW) ->> (lifecycle_name || '_id'))::uuid;
  before text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM lifecycle_edge e WHERE e.lifecycle = lifecycle_name
      AND e."from" = NEW."from" AND e.command = NEW.command AND e."to" = NEW."to") THEN
    RAISE EXCEPTION '% has no edge % -% -> %', lifecycle_name, NEW."from", NEW.command, NEW."to"
      USING ERRCODE = 'TN001';
  END IF;
  IF NEW.version = 1 THEN
    before := 'NEW';
  ELSE
    EXECUTE format('SELECT "to" FROM %I WHERE %I = $1 AND version = $2', TG_TABLE_NAME, lifecycle_name || '_id')
      INTO before USING subject, NEW.version - 1;
  END IF;
  IF before IS DISTINCT FROM NEW."from" THEN
    RAISE EXCEPTION '% event % starts from %, not from %', lifecycle_name, NEW.version, before, NEW."from"
      USING ERRCODE = 'TN001';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION guard_status() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status IS NOT DISTINCT FROM NEW.status AND OLD.version = NEW.version THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND version = $2 AND "to" = $3)',
    TG_TABLE_NAME || '_event', TG_TABLE_NAME || '_id') INTO found USING NEW.id, NEW.version, NEW.status::text;
  IF NOT found THEN
    RAISE EXCEPTION '% % has no event for version % (%)', TG_TABLE_NAME, NEW.id, NEW.version, NEW.status
      USING ERRCODE = 'TN002';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION '% % changes its status without a new version', TG_TABLE_NAME, NEW.id USING ERRCODE = 'TN002';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dossier', 'domain', 'invoice'] LOOP
    EXECUTE format('CREATE TRIGGER allowed_edge BEFORE INSERT ON %I
      FOR EACH ROW EXECUTE FUNCTION guard_event(%L)', t || '_event', t);
    EXECUTE format('CREATE TRIGGER version_moves BEFORE UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION guard_version()', t);
    EXECUTE format('CREATE CONSTRAINT TRIGGER status_has_event AFTER INSERT OR UPDATE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_status()', t);
  END LOOP;
END $$;

INSERT INTO lifecycle_edge (lifecycle, "from", command, "to") VALUES
  ('dossier', 'NEW', 'start', 'DRAFT'),
  ('dossier', 'DRAFT', 'discard', 'WITHDRAWN'),
  ('dossier', 'DRAFT', 'file', 'FILED'),
  ('dossier', 'FILED', 'take', 'IN_REVIEW'),
  ('dossier', 'FILED', 'withdraw', 'WITHDRAWN'),
  ('dossier', 'IN_REVIEW', 'put-back', 'FILED'),
  ('dossier', 'IN_REVIEW', 'ask', 'ACTION_NEEDED'),
  ('dossier', 'IN_REVIEW', 'accept', 'ACCEPTED'),
  ('dossier', 'IN_REVIEW', 'refuse', 'REFUSED'),
  ('dossier', 'IN_REVIEW', 'withdraw', 'WITHDRAWN'),
  ('dossier', 'ACTION_NEEDED', 'answer', 'FILED'),
  ('dossier', 'ACTION_NEEDED', 'withdraw', 'WITHDRAWN'),
  ('dossier', 'ACTION_NEEDED', 'lapse', 'LAPSED'),
  ('dossier', 'ACCEPTED', 'withdraw', 'WITHDRAWN'),
  ('dossier', 'ACCEPTED', 'lapse', 'LAPSED'),
  ('dossier', 'ACCEPTED', 'complete', 'COMPLETED'),
  ('dossier', 'ACCEPTED', 'fail', 'FAILED'),
  ('domain', 'NEW', 'hold', 'HELD'),
  ('domain', 'HELD', 'allot', 'REGISTERING'),
  ('domain', 'HELD', 'lose', 'REFUSED'),
  ('domain', 'REGISTERING', 'confirm', 'ACTIVE'),
  ('domain', 'REGISTERING', 'refuse', 'REFUSED'),
  ('invoice', 'NEW', 'issue', 'ISSUED'),
  ('invoice', 'ISSUED', 'settle', 'PAID'),
  ('invoice', 'ISSUED', 'credit', 'CREDITED'),
  ('invoice', 'PAID', 'credit', 'CREDITED');

-- 3. Money.
ALTER TABLE posting ADD CONSTRAINT posting_positive CHECK (amount > 0),
  ADD CONSTRAINT posting_moves CHECK (from_id <> to_id);
ALTER TABLE invoice ADD CONSTRAINT invoice_positive CHECK (total > 0);
ALTER TABLE checkout ADD CONSTRAINT checkout_positive CHECK (amount > 0);
ALTER TABLE payment ADD CONSTRAINT payment_positive CHECK (amount > 0);
ALTER TABLE payout ADD CONSTRAINT payout_positive CHECK (amount > 0);

-- Every posting moves an amount from one account to another in one currency, so a booking sums to zero by
-- construction; what is left to check at the commit is that a booking moves anything at all.
CREATE FUNCTION guard_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM posting WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'booking % moves nothing', NEW.id USING ERRCODE = 'TN002';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER booking_moves AFTER INSERT ON ledger_transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_booking();

CREATE FUNCTION guard_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.number, NEW.customer_id, NEW.subject_type, NEW.subject_id, NEW.currency,
      NEW.total, NEW.issued_at) IS DISTINCT FROM (OLD.id, OLD.number, OLD.customer_id, OLD.subject_type,
      OLD.subject_id, OLD.currency, OLD.total, OLD.issued_at) THEN
    RAISE EXCEPTION 'invoice % was issued and does not change', OLD.number USING ERRCODE = 'TN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_stays BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice();

CREATE FUNCTION guard_invoice_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount), 0) FROM invoice_line WHERE invoice_id = NEW.id) <> NEW.total THEN
    RAISE EXCEPTION 'invoice % is not the sum of its lines', NEW.number USING ERRCODE = 'TN004';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER total_is_sum AFTER INSERT ON invoice
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_invoice_total();

-- 4. The business clock never goes back.
CREATE FUNCTION guard_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.offset_ms < OLD.offset_ms THEN
    RAISE EXCEPTION 'the clock only goes forward' USING ERRCODE = 'TN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_forward BEFORE UPDATE ON demo_clock FOR EACH ROW EXECUTE FUNCTION guard_clock();
ALTER TABLE demo_clock ADD CONSTRAINT one_clock CHECK (id = 1);
