-- Extensions that ask for no document: a filed dossier is valid at once.
INSERT INTO lifecycle_edge (lifecycle, "from", command, "to") VALUES ('dossier', 'FILED', 'pass', 'ACCEPTED');
