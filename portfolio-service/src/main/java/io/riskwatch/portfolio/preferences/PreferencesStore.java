package io.riskwatch.portfolio.preferences;

import io.riskwatch.portfolio.preferences.Preferences.GainColours;
import io.riskwatch.portfolio.preferences.Preferences.Level;
import io.riskwatch.portfolio.preferences.Preferences.Theme;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored preferences, one row per user. */
@Repository
public class PreferencesStore {

    private final JdbcClient jdbc;

    PreferencesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Preferences of(UUID userId) {
        return jdbc.sql("""
                select currency, risk_tolerance, theme, level, gain_colours from user_preference where user_id = ?""")
                .param(userId)
                .query((row, i) -> new Preferences(
                        row.getString("currency"),
                        row.getInt("risk_tolerance"),
                        Theme.valueOf(row.getString("theme")),
                        Level.valueOf(row.getString("level")),
                        GainColours.valueOf(row.getString("gain_colours"))))
                .optional()
                .orElse(Preferences.UNSAID);
    }

    /** Changes what is said and answers the whole. */
    @Transactional
    Preferences change(UUID userId, PreferencesChange change) {
        jdbc.sql("select id from app_user where id = ? for update")
                .param(userId)
                .query()
                .listOfRows();
        Preferences changed = change.of(of(userId));
        jdbc.sql("""
                insert into user_preference (user_id, currency, risk_tolerance, theme, level, gain_colours)
                values (?, ?, ?, ?, ?, ?)
                on conflict (user_id) do update set
                    currency = excluded.currency, risk_tolerance = excluded.risk_tolerance, theme = excluded.theme,
                    level = excluded.level, gain_colours = excluded.gain_colours, updated_at = now()""")
                .params(
                        userId,
                        changed.currency(),
                        changed.riskTolerance(),
                        changed.theme().name(),
                        changed.level().name(),
                        changed.gainColours().name())
                .update();
        return changed;
    }
}
