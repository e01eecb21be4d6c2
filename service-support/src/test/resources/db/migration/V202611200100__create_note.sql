CREATE TABLE note (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    text            text NOT NULL
);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON note
    USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
