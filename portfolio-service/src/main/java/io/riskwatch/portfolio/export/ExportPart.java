package io.riskwatch.portfolio.export;

import java.util.List;

/**
 * A list of the export. Secrets are in none, and neither is what the service keeps for itself.
 *
 * @param name its member in JSON and its file in the archive
 * @param sql its rows; the one parameter is the organisation, or the caller when they are the caller's own
 * @param personal whether its rows are the caller's own and not the organisation's
 */
record ExportPart(String name, String sql, boolean personal) {

    /** What is exported, in this order. */
    static final List<ExportPart> ALL = List.of(
            ofOrganisation("organisation", "select id, name, purpose, created_at from organisation where id = ?"),
            ofOrganisation(
                    "members",
                    "select m.user_id, u.name, u.email, string_agg(m.role, ' ' order by m.role) as roles,"
                            + " min(m.created_at) as since from membership m join app_user u on u.id = m.user_id where"
                            + " m.organisation_id = ? group by m.user_id, u.name, u.email order by min(m.created_at),"
                            + " m.user_id"),
            ofOrganisation(
                    "portfolios",
                    "select id, name, base_currency, sample, of_client, paper, created_at, updated_at from"
                            + " portfolio where organisation_id = ? order by created_at, id"),
            ofOrganisation(
                    "accounts",
                    "select portfolio_id, id, name, kind, shorts_allowed, is_default as standard, created_at,"
                            + " updated_at from account where organisation_id = ? order by portfolio_id, is_default"
                            + " desc, created_at, id"),
            ofOrganisation(
                    "clients",
                    "select id, number, portfolio_id, name, loan, notes, created_by, created_at, updated_at"
                            + " from client where organisation_id = ? order by number"),
            ofOrganisation(
                    "clientPositions",
                    "select client_id, number, symbol from client_position where organisation_id = ? order by"
                            + " number"),
            ofOrganisation(
                    "grants",
                    "select portfolio_id, user_id, scope, granted_by, granted_at from portfolio_grant where"
                            + " organisation_id = ? order by portfolio_id, granted_at, user_id"),
            ofOrganisation(
                    "clientEvents",
                    "select id, client_id, at, user_id, kind, before::text as before, after::text as after"
                            + " from client_event where organisation_id = ? order by id"),
            ofOrganisation(
                    "transactions",
                    "select portfolio_id, id, account_id, to_account_id, trade_date as date, type, symbol,"
                            + " quantity, quantity_per, price, currency, fee, amount, new_symbol, basis_fraction,"
                            + " cash_in_lieu, chosen_lots, note, import_id, created_at from ledger_transaction where"
                            + " organisation_id = ? order by portfolio_id, trade_date, day_order, sequence"),
            ofOrganisation(
                    "formerTransactions",
                    "select portfolio_id, transaction_id, version, change, changed_at, changed_by,"
                            + " recorded_at, account_id, to_account_id, trade_date as date, type, symbol, quantity,"
                            + " quantity_per, price, currency, fee, amount, new_symbol, basis_fraction, cash_in_lieu,"
                            + " chosen_lots, note, import_id from ledger_transaction_revision where organisation_id = ?"
                            + " order by portfolio_id, changed_at, transaction_id, version"),
            ofOrganisation(
                    "corporateActionDecisions",
                    "select portfolio_id, action_id, transaction_id, decided_at from"
                            + " corporate_action_decision where organisation_id = ? order by portfolio_id, decided_at,"
                            + " action_id"),
            ofOrganisation(
                    "imports",
                    "select portfolio_id, id, format, state, created_at, committed_at, undone_at from"
                            + " portfolio_import where organisation_id = ? and state <> 'PREVIEW' order by created_at,"
                            + " id"),
            ofOrganisation(
                    "importTemplates",
                    "select id, name, header, mapping::text as mapping, created_at from import_template where"
                            + " organisation_id = ? order by created_at, id"),
            ofOrganisation(
                    "securityAliases",
                    "select isin, symbol, learnt_at from security_alias where organisation_id = ? order by" + " isin"),
            ofOrganisation(
                    "targetAllocations",
                    "select portfolio_id, dimension, weights::text as weights, updated_at from"
                            + " target_allocation where organisation_id = ? order by portfolio_id"),
            ofOrganisation(
                    "recommendationThresholds",
                    "select rule, threshold from recommendation_threshold where organisation_id = ? order by"
                            + " rule"),
            ofOrganisation(
                    "recommendationDismissals",
                    "select portfolio_id, recommendation_id, reason, dismissed_at from"
                            + " recommendation_dismissal where organisation_id = ? order by dismissed_at,"
                            + " recommendation_id"),
            ofOrganisation(
                    "marginRates",
                    "select symbol, valid_from, marginable, initial_long, maintenance_long, initial_short,"
                            + " maintenance_short, risk_class, set_by, set_at from margin_rate where organisation_id ="
                            + " ? order by symbol, valid_from"),
            ofOrganisation(
                    "marginTerms",
                    "select valid_from, concentrated_from, concentration_add_on, interest_rate, day_count,"
                            + " intraday_regime, set_by, set_at from margin_terms where organisation_id = ? order by"
                            + " valid_from"),
            ofOrganisation(
                    "marginEvents",
                    "select id, portfolio_id, at, state_before, state_after, symbol, price, price_currency,"
                            + " price_as_of, currency, portfolio_value, loan_amount, net_equity, margin_requirement,"
                            + " margin_shortfall, utilization from margin_event where organisation_id = ? order by at,"
                            + " id"),
            ofOrganisation(
                    "intradayMarginDeficits",
                    "select portfolio_id, day, currency, amount, at, equity, raised, met_at from"
                            + " margin_intraday_deficit where organisation_id = ? order by day, portfolio_id"),
            ofOrganisation(
                    "analyses",
                    "select id, portfolio_id, requested_by, kind, state, schedule_id, recomputes,"
                            + " requested_at, finished_at, problem::text as problem, result_hash from analysis where"
                            + " organisation_id = ? order by requested_at, id"),
            ofOrganisation(
                    "schedules",
                    "select id, portfolio_id, saved_by, name, request, cadence, day_of_week, time_of_day,"
                            + " zone, next_run_at, last_analysis_id, last_run_at, last_problem::text as last_problem,"
                            + " paused_because, created_at, updated_at from analysis_schedule where organisation_id = ?"
                            + " order by created_at, id"),
            ofOrganisation(
                    "alertRules",
                    "select id, portfolio_id, saved_by, name, kind, symbol, terms, urgent, enabled, state,"
                            + " firings, problem, created_at, updated_at from alert_rule where organisation_id = ?"
                            + " order by created_at, id"),
            ofOrganisation(
                    "alerts",
                    "select id, rule_id, portfolio_id, kind, symbol, title, message, urgent, value,"
                            + " threshold, observed_at, raised_at, read_at from alert where organisation_id = ? order"
                            + " by raised_at, id"),
            ofOrganisation(
                    "alertDeliveries",
                    "select id, alert_id, user_id, webhook_id, channel, status, attempts, last_error,"
                            + " delivered_at, created_at from alert_delivery where organisation_id = ? order by"
                            + " created_at, id"),
            ofOrganisation(
                    "alertDeliveryAttempts",
                    "select delivery_id, number, at, outcome, status_code, error, millis from"
                            + " alert_delivery_attempt where organisation_id = ? order by at, delivery_id, number"),
            ofOrganisation(
                    "webhooks",
                    "select id, url, description, observes_quiet_hours, enabled, disabled_because, created_at"
                            + " from alert_webhook where organisation_id = ? order by created_at, id"),
            ofOrganisation(
                    "paperPortfolios",
                    "select portfolio_id, starting_cash, created_at from paper_portfolio where"
                            + " organisation_id = ? order by created_at, portfolio_id"),
            ofOrganisation(
                    "orders",
                    "select portfolio_id, id, symbol, currency, type, side, quantity, limit_price,"
                            + " stop_price, trail_amount, trail_fraction, time_in_force, state, filled, filled_value,"
                            + " fees, fills, triggered, expires_at, reason_code, reason_message, reason_field,"
                            + " entered_by, created_at, updated_at from paper_order where organisation_id = ? order by"
                            + " portfolio_id, sequence"),
            ofOrganisation(
                    "executions",
                    "select portfolio_id, order_id, id, number, quantity, price, tick_price, tick_at, fee,"
                            + " transaction_id, created_at from paper_execution where organisation_id = ? order by"
                            + " portfolio_id, sequence"),
            ofOrganisation(
                    "orderEvents",
                    "select portfolio_id, order_id, kind, done_by, code, message, details::text as details,"
                            + " at from paper_event where organisation_id = ? order by portfolio_id, sequence"),
            ofCaller(
                    "preferences",
                    "select currency, risk_tolerance, theme, level, gain_colours, updated_at from"
                            + " user_preference where user_id = ? order by user_id"),
            ofCaller(
                    "alertSettings",
                    "select email_enabled, email, quiet_from, quiet_to, quiet_zone, urgent_passes from"
                            + " alert_channel where user_id = ? order by organisation_id"),
            ofCaller(
                    "personalAccessTokens",
                    "select id, name, created_at, expires_at, last_used_at from personal_access_token where"
                            + " user_id = ? order by created_at, id"),
            ofCaller(
                    "apiClients",
                    "select client_id, name, created_at from api_client where user_id = ? order by"
                            + " created_at, client_id"));

    private static ExportPart ofOrganisation(String name, String sql) {
        return new ExportPart(name, sql, false);
    }

    private static ExportPart ofCaller(String name, String sql) {
        return new ExportPart(name, sql, true);
    }
}
