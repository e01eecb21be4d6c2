package io.riskwatch.portfolio.access.account;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored accounts. */
@Repository
public class Accounts {

    /** What sign-in compares with. */
    record Credentials(UUID userId, String passwordHash) {}

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return jdbc.sql("select id, email, name, guest from app_user where id = ?")
                .param(id)
                .query((row, i) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        row.getBoolean("guest")))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Credentials> credentialsOf(String email) {
        return jdbc.sql("select id, password_hash from app_user where email = ?")
                .param(email)
                .query((row, i) -> new Credentials(row.getObject("id", UUID.class), row.getString("password_hash")))
                .optional();
    }

    /** Adds an account unless its e-mail is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Account account, @Nullable String passwordHash) {
        return jdbc.sql("""
                        insert into app_user (id, email, password_hash, name, guest) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .param(account.id())
                        .param(account.email())
                        .param(passwordHash)
                        .param(account.name())
                        .param(account.guest())
                        .update()
                == 1;
    }

    /** Keeps a hash made with newer parameters after a successful sign-in. */
    @Transactional
    void replaceHash(UUID id, String passwordHash) {
        jdbc.sql("update app_user set password_hash = ? where id = ?")
                .params(passwordHash, id)
                .update();
    }

    /** Locks a person's row until the end of the transaction; false when there is none any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(UUID id) {
        return !jdbc.sql("select id from app_user where id = ? for update")
                .param(id)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Takes from an account what is about the person, and with it the way to sign in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void anonymise(UUID id) {
        jdbc.sql("update app_user set email = null, password_hash = null, name = 'Deleted account' where id = ?")
                .param(id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID id) {
        jdbc.sql("delete from app_user where id = ?").param(id).update();
    }

    /** Deletes those of these users who are guests; a person with an account outlives an organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int deleteGuests(Collection<UUID> ids) {
        return jdbc.sql("delete from app_user where guest and id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .update();
    }
}
