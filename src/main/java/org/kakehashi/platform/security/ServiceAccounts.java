package org.kakehashi.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.ServiceAccount.Issued;
import org.kakehashi.platform.security.ServiceAccount.Key;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programs among the engine's users. Each has at most two valid keys, so that the next is in use before the former is
 * revoked; of a key only the SHA-256 is kept, which 256 random bits need no more than.
 */
@Component
@Transactional
public class ServiceAccounts {

    /** Every key begins so: whoever finds one in a log or a repository knows what it is. */
    static final String PREFIX = "kakehashi_";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Set<String> ROLES = Set.of(
            Roles.INTEGRATORS,
            Roles.ADVISERS,
            Roles.REGISTRARS,
            Roles.LEGAL,
            Roles.MANAGERS,
            Roles.SUPERVISORS,
            Roles.MONITORS);
    private static final int KEY_BYTES = 32;
    private static final int VALID_AT_ONCE = 2;
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final IdentityService identities;
    private final CurrentUser user;
    private final LoginSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ServiceAccounts(
            JdbcClient jdbc, IdentityService identities, CurrentUser user, LoginSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.user = user;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ServiceAccount> all() {
        return jdbc.sql("SELECT id, purpose FROM service_account ORDER BY id")
                .query((row, index) -> account(row))
                .list();
    }

    /** @throws Refusal where there is none of that name */
    @Transactional(readOnly = true)
    public ServiceAccount of(String id) {
        return jdbc.sql("SELECT id, purpose FROM service_account WHERE id = ?")
                .param(id)
                .query((row, index) -> account(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no service account \"" + id + "\"."));
    }

    /**
     * Makes an account without any key yet.
     *
     * @param roles what the program may do; never an administrator's
     * @throws Refusal where the name is unfit or taken, or a role is none
     */
    public ServiceAccount open(String id, String purpose, Set<String> roles) {
        if (!NAME.matcher(id).matches()) {
            throw Refusal.invalid("The name of a service account has 3 to 40 small letters, digits and hyphens and"
                    + " begins with a letter.");
        }
        if (purpose.isBlank() || purpose.length() > 200) {
            throw Refusal.invalid("Say in 1 to 200 characters what the service account is for.");
        }
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            throw Refusal.invalid("A service account needs at least one role, of: "
                    + String.join(", ", ROLES.stream().sorted().toList()) + ".");
        }
        if (identities.createUserQuery().userId(id).count() > 0) {
            throw Refusal.conflict("There is an account \"" + id + "\" already: choose another name.");
        }
        User account = identities.newUser(id);
        account.setFirstName(id);
        account.setLastName("(service)");
        identities.saveUser(account);
        roles.forEach(role -> identities.createMembership(id, role));
        jdbc.sql("INSERT INTO service_account (id, purpose, made_by, made_at) VALUES (?, ?, ?, ?)")
                .params(id, purpose, user.name(), Timestamp.from(clock.instant()))
                .update();
        return of(id);
    }

    /** @throws Refusal where two keys are valid already */
    public Issued issue(String id) {
        jdbc.sql("SELECT 1 FROM service_account WHERE id = ? FOR UPDATE")
                .param(id)
                .query()
                .listOfRows();
        Instant now = clock.instant();
        if (of(id).keys().stream().filter(key -> key.holds(now)).count() >= VALID_AT_ONCE) {
            throw Refusal.conflict("\"" + id
                    + "\" has two valid keys: revoke the one that is no longer used, then ask for" + " a new one.");
        }
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        var issued = new Issued(
                UUID.randomUUID(),
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                now.plus(settings.keyValidity()));
        jdbc.sql("INSERT INTO service_key (id, account, key_hash, issued_by, issued_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        issued.id(),
                        id,
                        hash(issued.key()),
                        user.name(),
                        Timestamp.from(now),
                        Timestamp.from(issued.expiresAt()))
                .update();
        return issued;
    }

    /** Closes the door to the key with the next request. @throws Refusal where the account has no such key */
    public void revoke(String id, UUID key) {
        int revoked = jdbc.sql("UPDATE service_key SET revoked_at = ?, revoked_by = ?"
                        + " WHERE id = ? AND account = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), user.name(), key, id)
                .update();
        if (revoked == 0) {
            throw Refusal.notFound("\"" + id + "\" has no such key, or it is revoked already.");
        }
    }

    /** Whose key this is, where it is valid now; its use is noted to the minute. */
    Optional<String> owner(String key) {
        Instant now = clock.instant();
        Optional<String> owner = jdbc.sql(
                        "SELECT account FROM service_key WHERE key_hash = ? AND revoked_at IS NULL AND expires_at > ?")
                .params(hash(key), Timestamp.from(now))
                .query(String.class)
                .optional();
        owner.ifPresent(account -> jdbc.sql("UPDATE service_key SET last_used_at = ?"
                        + " WHERE key_hash = ? AND (last_used_at IS NULL OR last_used_at < ?)")
                .params(Timestamp.from(now), hash(key), Timestamp.from(now.minus(NOTED)))
                .update());
        return owner;
    }

    /** Whether the account is a program's and hence never signs in with a password. */
    @Transactional(readOnly = true)
    boolean has(String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM service_account WHERE id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private ServiceAccount account(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new ServiceAccount(
                id,
                row.getString("purpose"),
                identities.createGroupQuery().groupMember(id).list().stream()
                        .map(Group::getId)
                        .sorted()
                        .toList(),
                keys(id));
    }

    private List<Key> keys(String account) {
        return jdbc.sql("SELECT id, issued_by, issued_at, expires_at, last_used_at FROM service_key"
                        + " WHERE account = ? AND revoked_at IS NULL ORDER BY issued_at DESC")
                .param(account)
                .query((row, index) -> new Key(
                        row.getObject("id", UUID.class),
                        row.getString("issued_by"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row.getTimestamp("last_used_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
