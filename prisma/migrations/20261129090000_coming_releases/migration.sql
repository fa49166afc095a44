-- The plot of the coming releases projects every name from its expiry: counted from the index alone, by zone.
CREATE INDEX domain_living ON domain (zone, expires_at) WHERE released_at IS NULL;
DROP INDEX domain_release_due;
