package io.riskwatch.service.tenancy;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses to start with a database role that row-level security does not bind. */
class DatabaseRoleCheck implements InitializingBean {

    private static final String UNBOUND = """
            select r.rolsuper or r.rolbypassrls or exists (
                select from pg_class c where c.relrowsecurity and c.relowner = r.oid)
            from pg_roles r where r.rolname = current_user""";

    private final JdbcTemplate jdbc;

    DatabaseRoleCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        if (Boolean.TRUE.equals(jdbc.queryForObject(UNBOUND, Boolean.class))) {
            throw new IllegalStateException(
                    "The database role of this service is a superuser, bypasses row-level security or owns protected"
                            + " tables. Give spring.datasource.username a plain role and spring.flyway.user the owner.");
        }
    }
}
