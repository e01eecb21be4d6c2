-- The organisation of the current transaction; NULL when none was named, so that no row matches.
-- After a transaction the setting is '' and not NULL, hence nullif.
CREATE FUNCTION current_organisation() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.organisation', true), '')::uuid;
