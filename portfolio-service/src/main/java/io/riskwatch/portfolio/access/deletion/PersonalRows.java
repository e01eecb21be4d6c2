package io.riskwatch.portfolio.access.deletion;

import io.riskwatch.portfolio.access.SessionSignIn;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is about one person and no organisation's, and what they arranged in organisations that go on without them. There, records of
 * who did what keep the number of the account, which leads to nobody any more.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PersonalRows {

    private final JdbcClient jdbc;

    PersonalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sessions by which the person's browsers would get new tokens. */
    List<String> signIns(UUID userId) {
        return jdbc.sql("""
            select distinct attributes::jsonb ->> :name as sign_in from oauth2_authorization
            where principal_name = :user and attributes::jsonb ->> :name is not null""")
                .param("name", SessionSignIn.ATTRIBUTE)
                .param("user", userId.toString())
                .query((row, i) -> row.getString("sign_in"))
                .list();
    }

    /** Every token, program and consent of theirs. */
    void deleteWaysIn(UUID userId) {
        for (String sql : List.of(
                "delete from oauth2_authorization where principal_name in"
                        + " (select client_id from api_client where user_id = :id)",
                "delete from oauth2_registered_client where client_id in"
                        + " (select client_id from api_client where user_id = :id)",
                "delete from personal_access_token where user_id = :id",
                "delete from oauth2_authorization where principal_name = cast(:id as text)",
                "delete from oauth2_authorization_consent where principal_name = cast(:id as text)",
                "delete from user_preference where user_id = :id")) {
            jdbc.sql(sql).param("id", userId).update();
        }
    }

    /** In an organisation that goes on: what would go on in their name, or to their address. Run it as that organisation. */
    void deleteWithin(UUID userId) {
        for (String sql : List.of(
                "delete from analysis_schedule where saved_by = :id",
                "delete from alert_delivery where user_id = :id",
                "delete from alert_channel where user_id = :id",
                "delete from portfolio_grant where user_id = :id")) {
            jdbc.sql(sql).param("id", userId).update();
        }
    }

    /** Answers kept for repeated requests hold what was answered. */
    void deleteAnswers(UUID userId) {
        jdbc.sql("delete from idempotency_key where caller_id = ?")
                .param(userId.toString())
                .update();
    }
}
