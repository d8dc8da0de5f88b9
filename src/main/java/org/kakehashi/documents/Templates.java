package org.kakehashi.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.documents.drafting.Template;
import org.kakehashi.documents.drafting.WordFile;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The templates of drafts: those the product brings, until a supervisor puts another in their place. */
@Component
@Transactional
public class Templates {

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Clock clock;

    Templates(JdbcClient jdbc, CaseAccess access, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.user = user;
        this.clock = clock;
    }

    /** A template that a supervisor put in place. */
    public record Change(String author, Instant at) {}

    /** The template in use. */
    @Transactional(readOnly = true)
    public String text(DocumentKind kind, Language language) {
        access.enter();
        return inUse(kind, language);
    }

    /** The templates that were put in place, the latest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(DocumentKind kind, Language language) {
        access.enter();
        return jdbc.sql("SELECT author, at FROM document_template WHERE kind = ? AND language = ? ORDER BY id DESC")
                .params(kind.name(), language.name())
                .query((row, index) -> new Change(
                        row.getString("author"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * Puts a template in place, from plain text or from the paragraphs of a Word file.
     *
     * @throws Refusal with all that is wrong with it; the one in use stays
     */
    public void replace(DocumentKind kind, Language language, Documents.Upload upload) {
        if (!user.belongsToOneOf(Roles.SUPERVISORS)) {
            throw Refusal.forbidden("Only supervisors change templates.");
        }
        String text = text(upload);
        Template.of(kind, language, text);
        jdbc.sql("INSERT INTO document_template (kind, language, text, author, at) VALUES (?, ?, ?, ?, ?)")
                .params(kind.name(), language.name(), text, user.name(), Timestamp.from(clock.instant()))
                .update();
    }

    Template current(DocumentKind kind, Language language) {
        return Template.of(kind, language, inUse(kind, language));
    }

    private String inUse(DocumentKind kind, Language language) {
        return jdbc.sql("SELECT text FROM document_template WHERE kind = ? AND language = ? ORDER BY id DESC LIMIT 1")
                .params(kind.name(), language.name())
                .query(String.class)
                .optional()
                .orElseGet(() -> brought(kind, language));
    }

    private static String brought(DocumentKind kind, Language language) {
        var resource = new ClassPathResource(
                "drafting/%s.%s.txt".formatted(kind.name().toLowerCase(Locale.ROOT), language.code()));
        if (!resource.exists()) {
            throw Refusal.invalid("There is no template for this kind of document: " + kind.english() + ".");
        }
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Documents.Upload upload) {
        try (ReceivedFile file = ReceivedFile.receive(upload.name(), upload.content());
                InputStream content = file.open()) {
            return switch (file.type()) {
                case DOCX -> String.join("\n", WordFile.paragraphs(content));
                case TEXT -> new String(content.readAllBytes(), StandardCharsets.UTF_8);
                default -> throw Refusal.invalid("A template is a Word file (DOCX) or plain text (TXT).");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
