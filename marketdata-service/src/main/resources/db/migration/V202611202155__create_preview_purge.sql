-- Row-level security shows the service one organisation at a time; what nobody committed is forgotten for all of them.
CREATE FUNCTION purge_history_previews(before timestamptz) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    WITH gone AS (DELETE FROM history_import WHERE state = 'PREVIEW' AND created_at < before RETURNING 1)
    SELECT count(*) FROM gone
$$;
CREATE INDEX history_import_previews ON history_import (created_at) WHERE state = 'PREVIEW';
