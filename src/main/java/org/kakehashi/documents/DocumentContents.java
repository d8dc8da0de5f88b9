package org.kakehashi.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The content of the versions, row by row: of a file no more than one row is in memory. */
@Component
class DocumentContents {

    private static final int ROW = 256 * 1024;

    private final JdbcClient jdbc;

    DocumentContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID version, InputStream content) throws IOException {
        int position = 0;
        for (byte[] row = content.readNBytes(ROW); row.length > 0; row = content.readNBytes(ROW)) {
            jdbc.sql("INSERT INTO document_chunk (version, position, bytes) VALUES (?, ?, ?)")
                    .params(version, position++, row)
                    .update();
        }
    }

    InputStream read(UUID version, long bytes) {
        int rows = Math.toIntExact((bytes + ROW - 1) / ROW);
        return new SequenceInputStream(new Enumeration<>() {
            private int position;

            @Override
            public boolean hasMoreElements() {
                return position < rows;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(row(version, position++));
            }
        });
    }

    private byte[] row(UUID version, int position) {
        return jdbc.sql("SELECT bytes FROM document_chunk WHERE version = ? AND position = ?")
                .params(version, position)
                .query(byte[].class)
                .single();
    }
}
