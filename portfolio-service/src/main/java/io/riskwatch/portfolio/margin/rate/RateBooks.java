package io.riskwatch.portfolio.margin.rate;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.margin.RiskClass;
import io.riskwatch.portfolio.margin.intraday.IntradayMarginRule.Regime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rates and terms of the current organisation, by the day they hold from. */
@Repository
@EnableConfigurationProperties(MarginSettings.class)
public class RateBooks {

    /** As many instruments an organisation may have rates of its own for. */
    static final int MOST = 10_000;

    static final String COLUMNS = "symbol, valid_from, marginable, initial_long, maintenance_long, initial_short,"
            + " maintenance_short, risk_class";
    static final String TERMS =
            "valid_from, concentrated_from, concentration_add_on, interest_rate, day_count, intraday_regime";

    private final JdbcClient jdbc;
    private final MarginSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RateBooks(JdbcClient jdbc, MarginSettings settings, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** What holds today, in universal time. */
    @Transactional(readOnly = true)
    public RateBook today() {
        return on(LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public RateBook on(LocalDate day) {
        var house = jdbc.sql("select distinct on (symbol) " + COLUMNS + " from margin_rate where organisation_id = ?"
                        + " and valid_from <= ? order by symbol, valid_from desc limit " + MOST)
                .params(organisation(), day)
                .query(RateBooks::rate)
                .list();
        return new RateBook(
                house.stream().collect(Collectors.toMap(HouseRate::symbol, Function.identity())), terms(day));
    }

    /** The terms that hold on a day. */
    @Transactional(readOnly = true)
    public MarginTerms terms(LocalDate day) {
        return jdbc.sql("select " + TERMS + " from margin_terms where organisation_id = ? and valid_from <= ?"
                        + " order by valid_from desc limit 1")
                .params(organisation(), day)
                .query(RateBooks::terms)
                .optional()
                .orElseGet(this::standardTerms);
    }

    /** The terms of an organisation that has set none. */
    MarginTerms standardTerms() {
        return new MarginTerms(
                LocalDate.EPOCH,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                settings.interestRate(),
                settings.dayCount(),
                Regime.INTRADAY_DEFICIT);
    }

    /** All that were set, those that hold from the latest day first. */
    @Transactional(readOnly = true)
    public List<MarginTerms> allTerms() {
        return jdbc.sql("select " + TERMS
                        + " from margin_terms where organisation_id = ? order by valid_from desc limit " + MOST)
                .param(organisation())
                .query(RateBooks::terms)
                .list();
    }

    /** Sets what holds from a day; false when the organisation has too many already. */
    @Transactional
    public boolean set(HouseRate rate, UUID by) {
        var others = jdbc.sql(
                        "select count(*) from margin_rate where organisation_id = ? and (symbol, valid_from) <> (?, ?)")
                .params(organisation(), rate.symbol(), rate.validFrom())
                .query(Integer.class)
                .single();
        if (others >= MOST) {
            return false;
        }
        jdbc.sql("insert into margin_rate (organisation_id, " + COLUMNS
                        + ", set_by) values (:organisation, :symbol, :from, :marginable, :initialLong,"
                        + " :maintenanceLong, :initialShort, :maintenanceShort, :riskClass, :by) on conflict"
                        + " (organisation_id, symbol, valid_from) do update set marginable = excluded.marginable,"
                        + " initial_long = excluded.initial_long, maintenance_long = excluded.maintenance_long,"
                        + " initial_short = excluded.initial_short, maintenance_short = excluded.maintenance_short,"
                        + " risk_class = excluded.risk_class, set_by = excluded.set_by, set_at = now()")
                .param("organisation", organisation())
                .param("symbol", rate.symbol())
                .param("from", rate.validFrom())
                .param("marginable", rate.marginable(), Types.BOOLEAN)
                .param("initialLong", rate.initialLong(), Types.NUMERIC)
                .param("maintenanceLong", rate.maintenanceLong(), Types.NUMERIC)
                .param("initialShort", rate.initialShort(), Types.NUMERIC)
                .param("maintenanceShort", rate.maintenanceShort(), Types.NUMERIC)
                .param(
                        "riskClass",
                        rate.riskClass() == null ? null : rate.riskClass().name(),
                        Types.VARCHAR)
                .param("by", by)
                .update();
        events.publishEvent(new MarginRatesChanged(organisation()));
        return true;
    }

    /** Takes back what was set from a day; false when nothing was. */
    @Transactional
    public boolean forget(String symbol, LocalDate validFrom) {
        var gone = jdbc.sql("delete from margin_rate where organisation_id = ? and symbol = ? and valid_from = ?")
                        .params(organisation(), symbol, validFrom)
                        .update()
                > 0;
        if (gone) {
            events.publishEvent(new MarginRatesChanged(organisation()));
        }
        return gone;
    }

    @Transactional
    public void set(MarginTerms terms, UUID by) {
        jdbc.sql("insert into margin_terms (organisation_id, " + TERMS + ", set_by) values (?, ?, ?, ?, ?, ?, ?, ?) on"
                        + " conflict (organisation_id, valid_from) do"
                        + " update set concentrated_from ="
                        + " excluded.concentrated_from,"
                        + " concentration_add_on ="
                        + " excluded.concentration_add_on,"
                        + " interest_rate = excluded.interest_rate,"
                        + " day_count = excluded.day_count,"
                        + " intraday_regime = excluded.intraday_regime,"
                        + " set_by = excluded.set_by, set_at = now()")
                .params(
                        organisation(),
                        terms.validFrom(),
                        terms.concentratedFrom(),
                        terms.concentrationAddOn(),
                        terms.interestRate(),
                        terms.dayCount(),
                        terms.intradayRegime().name(),
                        by)
                .update();
        events.publishEvent(new MarginRatesChanged(organisation()));
    }

    static HouseRate rate(ResultSet row, int number) throws SQLException {
        var riskClass = row.getString("risk_class");
        return new HouseRate(
                row.getString("symbol"),
                row.getObject("valid_from", LocalDate.class),
                (Boolean) row.getObject("marginable"),
                row.getBigDecimal("initial_long"),
                row.getBigDecimal("maintenance_long"),
                row.getBigDecimal("initial_short"),
                row.getBigDecimal("maintenance_short"),
                riskClass == null ? null : RiskClass.valueOf(riskClass));
    }

    static MarginTerms terms(ResultSet row, int number) throws SQLException {
        return new MarginTerms(
                row.getObject("valid_from", LocalDate.class),
                row.getBigDecimal("concentrated_from"),
                row.getBigDecimal("concentration_add_on"),
                row.getBigDecimal("interest_rate"),
                row.getInt("day_count"),
                Regime.valueOf(row.getString("intraday_regime")));
    }
}
