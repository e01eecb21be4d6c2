ALTER TABLE subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON subscription
    USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());

ALTER TABLE analysis_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE analysis_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON analysis_usage
    USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
