package io.riskwatch.portfolio.member;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.portfolio.portfolio.Sight;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of the current organisation. Neither people nor memberships have row-level security, since both are read before an
 * organisation is known: every statement here filters by it.
 */
@Repository
class Members {

    /** Who sees every client gives the grants, and has to tell two people of one name apart; all others see their own address. */
    private static final String SEEN_EMAIL = "case when :seesAll or u.id = :caller then u.email end";

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the list by name. */
    record Place(String name, UUID id) {

        /** Before everybody. */
        static final Place FIRST = new Place("", new UUID(0, 0));
    }

    /**
     * By name, after the given place.
     *
     * @param words part of the name or of an address the caller sees, whatever the case; empty: all
     */
    @Transactional(readOnly = true)
    public List<MemberView> list(String words, Place after, int limit) {
        var sight = Sight.current();
        return jdbc.sql("select u.id, u.name, " + SEEN_EMAIL + " email, array_agg(m.role order by m.role) roles from"
                        + " membership m join app_user u on u.id = m.user_id"
                        + " where m.organisation_id = :organisation and (:words ="
                        + " '' or position(lower(:words) in lower(u.name)) > 0 or"
                        + " position(lower(:words) in " + SEEN_EMAIL + ") > 0)"
                        + " and (lower(u.name), u.id) > (lower(:name), :id)"
                        + " group by u.id order by lower(u.name), u.id limit :limit")
                .param("organisation", organisation())
                .param("seesAll", sight.all())
                .param("caller", sight.userId())
                .param("words", words)
                .param("name", after.name())
                .param("id", after.id())
                .param("limit", limit)
                .query(Members::member)
                .list();
    }

    private static MemberView member(ResultSet row, int number) throws SQLException {
        var roles = roles(row.getArray("roles"));
        return new MemberView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                roles,
                roles.stream().anyMatch(Role::seesAllClients));
    }

    private static List<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).toList();
    }
}
