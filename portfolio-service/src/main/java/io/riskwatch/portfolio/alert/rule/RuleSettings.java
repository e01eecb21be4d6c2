package io.riskwatch.portfolio.alert.rule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of rules.
 *
 * @param rulesPerOrganisation how many an organisation may have
 */
@ConfigurationProperties("riskwatch.alert.rule")
record RuleSettings(@DefaultValue("500") int rulesPerOrganisation) {

    RuleSettings {
        if (rulesPerOrganisation < 1) {
            throw new IllegalArgumentException(
                    "riskwatch.alert.rule.rules-per-organisation must be at least 1, was " + rulesPerOrganisation);
        }
    }
}
