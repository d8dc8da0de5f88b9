package org.kakehashi.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.registry.SeedContent.Ownership;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures, attachments and powers of attorney of the seeds. The public sees those of a published seed whose application
 * is published too, and never a power of attorney.
 */
@Component
@Transactional
public class SeedFiles {

    private static final int MOST = 20;
    private static final String SELECT =
            "SELECT seed_number, position, kind, name, type, bytes, sha256, author, added_at FROM seed_file";

    private final Seeds seeds;
    private final SeedAccess access;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final CurrentUser user;
    private final Clock clock;

    SeedFiles(Seeds seeds, SeedAccess access, JdbcClient jdbc, Journal journal, CurrentUser user, Clock clock) {
        this.seeds = seeds;
        this.access = access;
        this.jdbc = jdbc;
        this.journal = journal;
        this.user = user;
        this.clock = clock;
    }

    /** The files that who acts may see. */
    @Transactional(readOnly = true)
    public List<SeedFile> of(String number) {
        Seed seed = access.toRead(number);
        return access.mayChange(seed) ? all(number) : publicOnes(seed);
    }

    /** Of a published seed what the public may see; nothing of another. */
    @Transactional(readOnly = true)
    public List<SeedFile> publicOnes(Seed seed) {
        return seed.status() != Seed.Status.PUBLISHED || seed.unpublished()
                ? List.of()
                : all(seed.number()).stream()
                        .filter(file -> file.kind() != SeedFile.Kind.POWER_OF_ATTORNEY)
                        .toList();
    }

    /** @throws Refusal where there is no such file for who acts */
    @Transactional(readOnly = true)
    public SeedFile of(String number, int position) {
        return at(of(number), number, position);
    }

    /** @throws Refusal where there is no such file for the public */
    @Transactional(readOnly = true)
    public SeedFile publicOne(String number, int position) {
        return at(publicOnes(seeds.numbered(number)), number, position);
    }

    private static SeedFile at(List<SeedFile> seen, String number, int position) {
        return seen.stream()
                .filter(file -> file.position() == position)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Seed %s has no file %d.".formatted(number, position)));
    }

    /** The content of a file that has been let out. */
    @Transactional(readOnly = true)
    public byte[] content(SeedFile file) {
        return jdbc.sql("SELECT content FROM seed_file WHERE seed_number = ? AND position = ?")
                .params(file.seedNumber(), file.position())
                .query(byte[].class)
                .single();
    }

    /** Whether a power of attorney has been handed in. */
    @Transactional(readOnly = true)
    public boolean hasPowerOfAttorney(String number) {
        return powerOfAttorney(number).isPresent();
    }

    /** The last power of attorney that was handed in. */
    @Transactional(readOnly = true)
    public Optional<SeedFile> powerOfAttorney(String number) {
        return all(number).stream()
                .filter(file -> file.kind() == SeedFile.Kind.POWER_OF_ATTORNEY)
                .reduce((earlier, later) -> later);
    }

    /** Whether who acts may add and remove the seed's files. */
    public boolean mayChange(String number) {
        return isEditor() && access.mayChange(seeds.numbered(number));
    }

    /**
     * @return the file's position
     * @throws Refusal where the file is of another type than its kind takes, or too large, or there are too many
     */
    public int add(String number, SeedFile.Kind kind, ReceivedFile file) {
        Seed seed = toChange(number);
        if (!kind.takes(file.type())) {
            throw Refusal.invalid(
                    kind == SeedFile.Kind.PICTURE
                            ? "\"%s\" is no picture: give a PNG or JPEG.".formatted(file.name())
                            : "A power of attorney is a PDF or a scan as PNG, JPEG or TIFF, unlike \"%s\"."
                                    .formatted(file.name()));
        }
        if (file.bytes() > kind.megabytes() * 1024L * 1024) {
            throw Refusal.invalid("\"%s\" is too large: %s has at most %d MB."
                    .formatted(file.name(), kind == SeedFile.Kind.PICTURE ? "a picture" : "a file", kind.megabytes()));
        }
        List<SeedFile> before = all(number);
        if (before.size() >= MOST) {
            throw Refusal.conflict("Seed %s has %d files already: remove one first.".formatted(number, MOST));
        }
        int position = before.isEmpty() ? 1 : before.get(before.size() - 1).position() + 1;
        keep(number, position, kind, file);
        journal.note(number, "File added", kind.english() + ": " + file.name());
        noteAuthority(seed);
        return position;
    }

    public void remove(String number, int position) {
        Seed seed = toChange(number);
        SeedFile file = at(all(number), number, position);
        jdbc.sql("DELETE FROM seed_file WHERE seed_number = ? AND position = ?")
                .params(number, position)
                .update();
        journal.note(number, "File removed", file.kind().english() + ": " + file.name());
        if (file.kind() == SeedFile.Kind.POWER_OF_ATTORNEY) {
            noteAuthority(seed);
        }
    }

    /** The record says that a power of attorney is at hand where one has been handed in. */
    private void noteAuthority(Seed seed) {
        Ownership said = seed.content().ownership();
        if (said.needsPowerOfAttorney()) {
            seed.change(
                    seed.content()
                            .with(new Ownership(
                                    said.registrantOwns(),
                                    said.coOwners(),
                                    hasPowerOfAttorney(seed.number()),
                                    said.publiclyFunded())),
                    user.name(),
                    clock.instant());
        }
    }

    private Seed toChange(String number) {
        if (!isEditor()) {
            throw Refusal.forbidden("Only registrars, managers and the record's adviser add or remove files.");
        }
        seeds.flush();
        jdbc.sql("SELECT number FROM seed WHERE number = ? FOR UPDATE")
                .param(number)
                .query(String.class)
                .optional();
        return access.toChange(number);
    }

    private boolean isEditor() {
        return user.belongsToOneOf(
                Roles.REGISTRARS, Roles.MANAGERS, Roles.ADVISERS, Roles.INTEGRATORS, Roles.ADMINISTRATORS);
    }

    private void keep(String number, int position, SeedFile.Kind kind, ReceivedFile file) {
        try (InputStream content = file.open()) {
            jdbc.sql("INSERT INTO seed_file (seed_number, position, kind, name, type, bytes, sha256, author, added_at,"
                            + " content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            position,
                            kind.name(),
                            file.name(),
                            file.type().name(),
                            file.bytes(),
                            file.sha256(),
                            user.name(),
                            Timestamp.from(clock.instant()),
                            content.readAllBytes())
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SeedFile> all(String number) {
        return jdbc.sql(SELECT + " WHERE seed_number = ? ORDER BY position")
                .param(number)
                .query(SeedFiles::row)
                .list();
    }

    private static SeedFile row(ResultSet row, int index) throws SQLException {
        return new SeedFile(
                row.getString("seed_number"),
                row.getInt("position"),
                SeedFile.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getInt("bytes"),
                row.getString("sha256"),
                row.getString("author"),
                row.getTimestamp("added_at").toInstant());
    }
}
