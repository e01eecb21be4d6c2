package io.riskwatch.portfolio.imports.mapping;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.service.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The mappings an organisation keeps, one per header. */
@Repository
public class Templates {

    /** As many as one organisation keeps. */
    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Templates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A kept mapping.
     *
     * @param header the column names in lower case
     */
    public record Template(UUID id, String name, List<String> header, Mapping mapping, Instant createdAt) {

        public Template {
            header = List.copyOf(header);
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Template> all() {
        return jdbc.sql("select id, name, header, mapping, created_at from import_template where organisation_id = ?"
                        + " order by created_at desc, id desc limit ?")
                .params(organisation(), MOST)
                .query(this::template)
                .list();
    }

    /** The kept mappings as layouts, for files with exactly their headers. */
    @Transactional(readOnly = true)
    public List<Layout> layouts() {
        return all().stream()
                .<Layout>map(template -> MappedTable.ofHeader(template.mapping(), template.header()))
                .toList();
    }

    /** Keeps the mapping for this header, in place of the one kept before. */
    @Transactional
    public void keep(String name, List<String> header, Mapping mapping) {
        jdbc.sql(
                        "insert into import_template (organisation_id, name, header, mapping) values (?, ?, ?, cast(? as jsonb))"
                                + " on conflict (organisation_id, header) do update set name = excluded.name,"
                                + " mapping = excluded.mapping, created_at = now()")
                .params(
                        organisation(),
                        name,
                        String.join("\n", Columns.of(header).names()),
                        json.writeValueAsString(mapping))
                .update();
    }

    @Transactional
    void forget(UUID id) {
        var gone = jdbc.sql("delete from import_template where organisation_id = ? and id = ?")
                .params(organisation(), id)
                .update();
        if (gone == 0) {
            throw ProblemException.notFound("import template");
        }
    }

    private Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of(row.getString("header").split("\n", -1)),
                json.readValue(row.getString("mapping"), Mapping.class),
                row.getTimestamp("created_at").toInstant());
    }
}
