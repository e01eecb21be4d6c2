package io.riskwatch.service.tenancy;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Tenancy for a service that speaks SQL without Hibernate: row-level security is its lock. */
@AutoConfiguration(before = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnClass({JdbcTransactionManager.class, DataSource.class})
@ConditionalOnMissingClass("jakarta.persistence.EntityManagerFactory")
class JdbcTenancyAutoConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new JdbcTenantTransactionManager(dataSource);
        customizers.ifAvailable(all -> all.customize(manager));
        return manager;
    }

    @Bean
    @DependsOnDatabaseInitialization
    DatabaseRoleCheck databaseRoleCheck(JdbcTemplate jdbc) {
        return new DatabaseRoleCheck(jdbc);
    }
}
