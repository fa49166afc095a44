-- Orders on names: what was written with them, and why one ended without being carried out.
ALTER TABLE "name_order" ADD COLUMN "note" TEXT,
ADD COLUMN "ground" TEXT;

-- What the due work and the desk's lists read; few rows of tables that grow.
CREATE INDEX name_order_due ON name_order (due_at, id) WHERE state = 'WAITING';
CREATE INDEX name_order_ended ON name_order (id) WHERE state <> 'WAITING';
CREATE INDEX domain_to_reexamine ON domain (reexamine_at, id)
    WHERE reexamine_at IS NOT NULL AND released_at IS NULL;
-- One waiting order of a kind a name: of two people who enter it at once, one is refused.
CREATE UNIQUE INDEX name_order_waits_once ON name_order (domain_id, kind) WHERE state = 'WAITING';

-- Names whose life cannot be computed; what an operator looks for among millions that can.
CREATE INDEX domain_without_date ON domain (id)
    WHERE next_transition_at IS NULL AND renewing_id IS NULL AND expires_at IS NOT NULL AND released_at IS NULL;
-- What the plot of the coming days reads: the releases among the next changes.
CREATE INDEX domain_release_due ON domain (next_transition_at)
    WHERE status IN ('RECLAIM', 'PENDING_DELETE');
