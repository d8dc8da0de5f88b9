package org.kakehashi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.tika.Tika;
import org.kakehashi.shared.Refusal;

/** A file on its way into the database: on disk, hashed while it came in, and judged. Closing it deletes it. */
public final class ReceivedFile implements AutoCloseable {

    /** The largest file, in bytes. */
    public static final long LARGEST = 50L * 1024 * 1024;

    private static final int FIRST_BYTES = 64 * 1024;
    private static final Tika TIKA = new Tika();

    private final Path path;
    private final String name;
    private final FileType type;
    private final long bytes;
    private final String sha256;

    private ReceivedFile(Path path, String name, FileType type, long bytes, String sha256) {
        this.path = path;
        this.name = name;
        this.type = type;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** @throws Refusal where the file is empty, too large, or not what its name says */
    public static ReceivedFile receive(String sentName, InputStream content) {
        String name = FileName.harmless(sentName);
        FileType type = FileType.named(name)
                .orElseThrow(() -> Refusal.invalid(
                        "\"%s\" cannot be taken: a document is one of %s.".formatted(name, FileType.allInWords())));
        try {
            Path path = Files.createTempFile("received-", ".part");
            try {
                String sha256 = copy(content, path);
                check(path, name, type);
                return new ReceivedFile(path, name, type, Files.size(path), sha256);
            } catch (IOException | RuntimeException e) {
                Files.delete(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(InputStream content, Path path) throws IOException {
        var digest = new DigestInputStream(content, DigestUtils.getSha256Digest());
        try (OutputStream file = Files.newOutputStream(path)) {
            IOUtils.copyLarge(digest, file, 0, LARGEST + 1);
        }
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }

    private static void check(Path path, String name, FileType type) throws IOException {
        long bytes = Files.size(path);
        if (bytes == 0) {
            throw Refusal.invalid("\"%s\" is empty.".formatted(name));
        }
        if (bytes > LARGEST) {
            throw Refusal.invalid("\"%s\" is too large: a document has at most 50 MB.".formatted(name));
        }
        byte[] first;
        try (InputStream file = Files.newInputStream(path)) {
            first = file.readNBytes(FIRST_BYTES);
        }
        String content = TIKA.detect(first);
        boolean fits = type.isText()
                ? isText(first, content)
                : type.archiveEntry().isEmpty() ? content.equals(type.mediaType()) : isOffice(path, name, type);
        if (!fits) {
            throw Refusal.invalid("\"%s\" is not what its name says: its content is of the type %s, not %s."
                    .formatted(name, content, type.name()));
        }
    }

    private static boolean isText(byte[] first, String content) {
        boolean unknown = content.equals("application/octet-stream");
        return content.equals("text/plain") || (unknown && !ArrayUtils.contains(first, (byte) 0));
    }

    private static boolean isOffice(Path path, String name, FileType type) throws IOException {
        try (ZipFile archive = new ZipFile(path.toFile())) {
            if (archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                throw Refusal.invalid("\"%s\" holds macros: save it without them.".formatted(name));
            }
            return archive.getEntry(type.archiveEntry()) != null;
        } catch (ZipException e) {
            return false;
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    public String name() {
        return name;
    }

    public FileType type() {
        return type;
    }

    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
