package io.riskwatch.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DatabaseConnectionIT extends PortfolioServiceIT {

    @Autowired
    private DataSource dataSource;

    @Test
    void aSilentServerIsGivenUpAndWhatAServiceAsksForComesOnTop() throws SQLException {
        var properties = dataSource.unwrap(HikariDataSource.class).getDataSourceProperties();

        assertThat(properties)
                .containsEntry("connectTimeout", "5")
                .containsEntry("socketTimeout", "120")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("reWriteBatchedInserts", "true");
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(120_000);
        }
    }
}
