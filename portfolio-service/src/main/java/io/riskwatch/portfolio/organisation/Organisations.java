package io.riskwatch.portfolio.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The organisations and their members. Read before a caller's organisation is known, so without row-level security. */
@Repository
public class Organisations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Organisations(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Makes an organisation with its first member. Run it as that organisation, so that listeners may fill it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(Organisation organisation, UUID userId, Set<Role> roles) {
        jdbc.sql("insert into organisation (id, name, purpose, demo_until) values (?, ?, ?, ?)")
                .param(organisation.id())
                .param(organisation.name())
                .param(organisation.purpose().name())
                .param(sqlTime(organisation.demoUntil()))
                .update();
        for (Role role : roles) {
            jdbc.sql("insert into membership (user_id, organisation_id, role) values (?, ?, ?)")
                    .params(userId, organisation.id(), role.name())
                    .update();
        }
        events.publishEvent(new OrganisationCreated(organisation.id(), userId, organisation.purpose()));
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(UUID id) {
        return jdbc.sql("select id, name, purpose, demo_until from organisation where id = ?")
                .param(id)
                .query(Organisations::organisation)
                .optional();
    }

    /** The organisation a person works in when nothing else is said: the one joined first. */
    @Transactional(readOnly = true)
    public Optional<Membership> homeOf(UUID userId) {
        return jdbc.sql(
                        "select organisation_id from membership where user_id = ? order by created_at, organisation_id limit 1")
                .param(userId)
                .query(UUID.class)
                .optional()
                .flatMap(organisation -> membership(userId, organisation));
    }

    @Transactional(readOnly = true)
    public Optional<Membership> membership(UUID userId, UUID organisationId) {
        List<Role> roles = jdbc.sql(
                        "select role from membership where user_id = ? and organisation_id = ? order by role")
                .params(userId, organisationId)
                .query((row, i) -> Role.valueOf(row.getString("role")))
                .list();
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Membership(userId, organisationId, EnumSet.copyOf(roles)));
    }

    /** The demos whose days are over, the oldest first. */
    @Transactional(readOnly = true)
    public List<UUID> demosEndedBefore(Instant moment, int limit) {
        return jdbc.sql("select id from organisation where demo_until < ? order by demo_until, id limit ?")
                .param(sqlTime(moment))
                .param(limit)
                .query((row, i) -> row.getObject("id", UUID.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<UUID> membersOf(UUID organisationId, int limit) {
        return jdbc.sql("select distinct user_id from membership where organisation_id = ? order by user_id limit ?")
                .params(organisationId, limit)
                .query((row, i) -> row.getObject("user_id", UUID.class))
                .list();
    }

    /** All in which a person has a place, each with their roles there. */
    @Transactional(readOnly = true)
    public List<Membership> membershipsOf(UUID userId, int limit) {
        return jdbc
                .sql("select distinct organisation_id from membership where user_id = ? order by organisation_id"
                        + " limit ?")
                .params(userId, limit)
                .query((row, i) -> row.getObject("organisation_id", UUID.class))
                .list()
                .stream()
                .flatMap(organisation -> membership(userId, organisation).stream())
                .toList();
    }

    /** Lets nobody else join, leave or close these organisations before the current transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(List<UUID> ids) {
        jdbc.sql("select id from organisation where id = any (?) order by id for update")
                .param(ids.toArray(UUID[]::new))
                .query()
                .listOfRows();
    }

    /** Whether there is a member besides this one, in any of the roles. */
    @Transactional(readOnly = true)
    public boolean hasOthers(UUID organisationId, UUID userId, Set<Role> roles) {
        return jdbc.sql("select exists (select from membership where organisation_id = ? and user_id <> ? and role ="
                        + " any (?))")
                .param(organisationId)
                .param(userId)
                .param(roles.stream().map(Enum::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Takes a person out of every organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeMember(UUID userId) {
        jdbc.sql("delete from membership where user_id = ?").param(userId).update();
    }

    /** Deletes an organisation and, by cascade, every row that belongs to it. Run it as that organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID id) {
        events.publishEvent(new OrganisationDeleted(id));
        jdbc.sql("delete from organisation where id = ?").param(id).update();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        Timestamp demoUntil = row.getTimestamp("demo_until");
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                demoUntil == null ? null : demoUntil.toInstant());
    }

    private static @Nullable OffsetDateTime sqlTime(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
