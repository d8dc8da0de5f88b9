package org.kakehashi.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.documents.Document.Version;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.platform.files.ReceivedFile;
import org.kakehashi.shared.Confidentiality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of documents and versions. */
@Component
class DocumentTable {

    private static final String SELECT = """
            SELECT d.id, d.case_number, d.number, d.kind, d.title, d.tier, d.sealed,
                   v.id AS version, v.number AS version_number, v.file_name, v.type, v.bytes, v.sha256, v.author,
                   v.added_at, v.generated
            FROM document d JOIN document_version v ON v.document = d.id
            """;

    private final JdbcClient jdbc;

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever adds to the same case waits here until the first one's transaction is over. */
    void oneAtATime(String caseNumber) {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 12))")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    List<Document> of(String caseNumber) {
        return gathered(jdbc.sql(SELECT + "WHERE d.case_number = ? ORDER BY d.number, v.number")
                .param(caseNumber)
                .query(this::row)
                .list());
    }

    Optional<Document> find(String caseNumber, int number) {
        return gathered(jdbc.sql(SELECT + "WHERE d.case_number = ? AND d.number = ? ORDER BY v.number")
                        .params(caseNumber, number)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    UUID add(String caseNumber, DocumentKind kind, String title, Confidentiality tier) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO document (id, case_number, number, kind, title, tier)"
                        + " SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM document WHERE case_number = ?")
                .params(id, caseNumber, kind.name(), title, tier.name(), caseNumber)
                .update();
        return id;
    }

    void addVersion(UUID document, UUID version, ReceivedFile file, String author, Instant at, boolean generated) {
        jdbc.sql("INSERT INTO document_version"
                        + " (id, document, number, file_name, type, bytes, sha256, author, added_at, generated)"
                        + " SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM document_version WHERE document = ?")
                .params(
                        version,
                        document,
                        file.name(),
                        file.type().name(),
                        file.bytes(),
                        file.sha256(),
                        author,
                        Timestamp.from(at),
                        generated,
                        document)
                .update();
    }

    void seal(UUID document) {
        jdbc.sql("UPDATE document SET sealed = true WHERE id = ?")
                .param(document)
                .update();
    }

    Document byId(UUID document) {
        return gathered(jdbc.sql(SELECT + "WHERE d.id = ? ORDER BY v.number")
                        .param(document)
                        .query(this::row)
                        .list())
                .get(0);
    }

    void taken(UUID version, String reader, Instant at) {
        jdbc.sql("INSERT INTO document_access (version, reader, at) VALUES (?, ?, ?)")
                .params(version, reader, Timestamp.from(at))
                .update();
    }

    List<Documents.Access> accesses(UUID document) {
        return jdbc.sql("SELECT v.number, a.reader, a.at FROM document_access a"
                        + " JOIN document_version v ON v.id = a.version WHERE v.document = ? ORDER BY a.id DESC")
                .param(document)
                .query((row, index) -> new Documents.Access(
                        row.getInt("number"),
                        row.getString("reader"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static List<Document> gathered(List<Document> rows) {
        Map<UUID, Document> documents = new LinkedHashMap<>();
        rows.forEach(row -> documents.merge(row.id(), row, DocumentTable::joined));
        return List.copyOf(documents.values());
    }

    private static Document joined(Document earlier, Document later) {
        List<Version> versions = new ArrayList<>(earlier.versions());
        versions.addAll(later.versions());
        return later.with(versions);
    }

    private Document row(ResultSet row, int index) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getInt("number"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                Confidentiality.valueOf(row.getString("tier")),
                row.getBoolean("sealed"),
                List.of(new Version(
                        row.getObject("version", UUID.class),
                        row.getInt("version_number"),
                        row.getString("file_name"),
                        FileType.valueOf(row.getString("type")),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getString("author"),
                        row.getTimestamp("added_at").toInstant(),
                        row.getBoolean("generated"))));
    }
}
