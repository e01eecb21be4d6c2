package io.riskwatch.service.tenancy;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks the database role once the migrations are done. */
@AutoConfiguration(after = HibernateJpaAutoConfiguration.class)
@ConditionalOnClass({EntityManagerFactory.class, JdbcTemplate.class})
@ConditionalOnBean(EntityManagerFactory.class)
class DatabaseRoleAutoConfiguration {

    /** Takes the entity manager factory so that it comes after Flyway. */
    @Bean
    DatabaseRoleCheck databaseRoleCheck(JdbcTemplate jdbc, EntityManagerFactory afterMigration) {
        return new DatabaseRoleCheck(jdbc);
    }
}
