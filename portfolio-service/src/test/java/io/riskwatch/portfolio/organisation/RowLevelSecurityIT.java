package io.riskwatch.portfolio.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.localstack.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second lock, proved for every table the migrations make, those of later features too. It works in a database of its
 * own, where the owner takes all other constraints away and puts one row of two organisations into each table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityIT {

    /** Tables with an organisation that are read before the caller's organisation is known. */
    private static final Set<String> READ_BEFORE_THE_ORGANISATION_IS_KNOWN =
            Set.of("membership", "api_client", "personal_access_token");

    /** What the service's own machinery keeps for all organisations at once; nothing in them belongs to a person. */
    private static final Set<String> KEPT_FOR_ALL = Set.of("entitlement", "analysis_queue", "analysis_turn");

    /** Tables that belong to no organisation: people, the authorization server's own, the machinery of the service. */
    private static final Set<String> BELONGS_TO_NO_ORGANISATION = Set.of(
            "organisation",
            "app_user",
            "user_preference",
            "account_deletion",
            "signing_key",
            "oauth2_registered_client",
            "oauth2_authorization",
            "oauth2_authorization_consent",
            "outbox",
            "idempotency_key",
            "analysis_pace",
            "flyway_schema_history");

    private static final String REFUSED = "42501";
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    private Connection owner;
    private Connection app;

    @BeforeAll
    void aDatabaseWithOneRowOfEachInEveryTable() throws SQLException {
        Map<String, String> stack = TestStack.springProperties("portfolio");
        String url = stack.get("spring.datasource.url");
        Flyway.configure()
                .dataSource(url, stack.get("spring.flyway.user"), stack.get("spring.flyway.password"))
                .locations("classpath:db/migration", "classpath:db/support")
                .load()
                .migrate();
        owner = DriverManager.getConnection(url, stack.get("spring.flyway.user"), stack.get("spring.flyway.password"));
        app = DriverManager.getConnection(
                url, stack.get("spring.datasource.username"), stack.get("spring.datasource.password"));
        foreignKeysBetweenTenants = foreignKeysWithoutOrganisation();
        takeConstraintsAway();
        for (String table : tenantTables().toList()) {
            for (UUID organisation : List.of(OURS, THEIRS)) {
                execute(owner, "insert into " + table + " (organisation_id) values ('" + organisation + "')");
            }
        }
    }

    private List<String> foreignKeysBetweenTenants;

    @AfterAll
    void close() throws SQLException {
        owner.close();
        app.close();
    }

    Stream<String> tenantTables() throws SQLException {
        return tables(
                        "and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')")
                .stream()
                .filter(table ->
                        !READ_BEFORE_THE_ORGANISATION_IS_KNOWN.contains(table) && !KEPT_FOR_ALL.contains(table));
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void theTableIsLockedForItsOwnerToo(String table) throws SQLException {
        assertThat(tables("and c.relrowsecurity and c.relforcerowsecurity"))
                .as("alter table %s enable row level security; alter table %s force row level security", table, table)
                .contains(table);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void anOrganisationSeesItsOwnRowsAndNobodyElsesNone(String table) throws SQLException {
        assertThat(count(OURS, table)).isEqualTo(1);
        assertThat(count(THEIRS, table)).isEqualTo(1);
        assertThat(count(UUID.randomUUID(), table)).isZero();
        assertThat(count(null, table))
                .as("after a transaction the setting is '' and not null, which must not be an error")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void aRowCannotBeWrittenForAnotherOrganisation(String table) throws SQLException {
        expectRefused(() -> as(OURS, "insert into " + table + " (organisation_id) values ('" + THEIRS + "')"));
        expectRefused(() -> as(OURS, "update " + table + " set organisation_id = '" + THEIRS + "'"));
        expectRefused(() -> as(null, "insert into " + table + " (organisation_id) values ('" + THEIRS + "')"));
        assertThat(as(OURS, "delete from " + table + " where organisation_id = '" + THEIRS + "'"))
                .isZero();
        assertThat(as(OURS, "insert into " + table + " (organisation_id) values ('" + OURS + "')"))
                .as("what is allowed, so that the refusals above mean something")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void theServicesRoleCannotOpenTheLock(String table) {
        expectRefused(() -> as(OURS, "alter table " + table + " disable row level security"));
        expectRefused(() -> as(OURS, "truncate " + table));
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void aMigrationSeesTheRowsOfAll(String table) throws SQLException {
        assertThat(query(owner, "select organisation_id::text from " + table))
                .contains(OURS.toString(), THEIRS.toString());
    }

    @Test
    void everyTableBelongsToAnOrganisationOrIsNamedHereAsOneThatDoesNot() throws SQLException {
        List<String> others = new ArrayList<>(tables(""));
        others.removeAll(tenantTables().toList());
        others.removeAll(READ_BEFORE_THE_ORGANISATION_IS_KNOWN);
        others.removeAll(KEPT_FOR_ALL);

        assertThat(BELONGS_TO_NO_ORGANISATION).containsAll(others);
        assertThat(tenantTables().toList()).as("there is something to lock").isNotEmpty();
    }

    @Test
    void aRowCannotPointIntoAnotherOrganisation() {
        assertThat(foreignKeysBetweenTenants)
                .as("foreign keys between tenants' tables that leave organisation_id out")
                .isEmpty();
    }

    @Test
    void aViewDoesNotShowWhatItsReaderMayNotSee() throws SQLException {
        assertThat(query(owner, """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('v', 'm')
                  and not coalesce('security_invoker=true' = any (c.reloptions), false)
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')""")).isEmpty();
    }

    private List<String> foreignKeysWithoutOrganisation() throws SQLException {
        return query(owner, """
                select k.conname from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'organisation_id'
                join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'organisation_id'
                where k.contype = 'f' and not (a.attnum = any (k.conkey) and b.attnum = any (k.confkey))""");
    }

    private void takeConstraintsAway() throws SQLException {
        for (String kinds : List.of("'f'", "'p', 'u', 'c', 'x'")) {
            for (String drop : query(owner, """
                    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname)
                    from pg_constraint k join pg_class c on c.oid = k.conrelid
                    where k.connamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
                      and k.coninhcount = 0 and k.contype in (""" + kinds + ")")) {
                execute(owner, drop);
            }
        }
        for (String drop : query(owner, """
                select format('alter table %s alter column %I drop not null', c.oid::regclass, a.attname)
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname <> 'flyway_schema_history' and a.attnum > 0 and a.attnotnull and a.attidentity = ''""")) {
            execute(owner, drop);
        }
    }

    private List<String> tables(String condition) throws SQLException {
        return query(owner, """
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p')
                """ + condition + " order by c.relname");
    }

    private int count(UUID organisation, String table) throws SQLException {
        begin(organisation);
        try {
            return Integer.parseInt(
                    query(app, "select count(*)::text from " + table).getFirst());
        } finally {
            app.rollback();
        }
    }

    private int as(UUID organisation, String sql) throws SQLException {
        begin(organisation);
        try {
            return execute(app, sql);
        } finally {
            app.rollback();
        }
    }

    private void begin(UUID organisation) throws SQLException {
        app.setAutoCommit(false);
        if (organisation != null) {
            try (PreparedStatement set = app.prepareStatement("select set_config('app.organisation', ?, true)")) {
                set.setString(1, organisation.toString());
                set.execute();
            }
        }
    }

    private static void expectRefused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(REFUSED));
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
