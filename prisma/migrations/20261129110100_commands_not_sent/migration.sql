-- What a renewal kept back was never refused by a registry. What was dropped behind another refused command stays
-- as it is: an effect that is missing for that reason is found among the refused ones.
UPDATE registry_command SET state = 'NOT_SENT', message = 'being-renewed'
WHERE state = 'REFUSED' AND code IS NULL AND message = 'not sent: the name is being renewed';

-- What an operator looks for among all that was ever sent: effects on names that a registry refused.
CREATE INDEX registry_command_refused_effect ON registry_command (id) WHERE state = 'REFUSED'
    AND kind IN ('domain-hold', 'domain-unhold', 'domain-delete', 'domain-release');
