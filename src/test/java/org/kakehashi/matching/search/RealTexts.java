package org.kakehashi.matching.search;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.kakehashi.RealInput;
import org.kakehashi.shared.Side;

/**
 * Real needs and seeds without their titles, in indexes as the product keeps them. The directions of their texts are
 * computed once and kept under {@code target}.
 */
final class RealTexts {

    private static final Path KEPT = Path.of("target/evaluation/vectors.bin");

    private final @Nullable TextModel model;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    /** @param model that reads them; none for words alone */
    RealTexts(@Nullable TextModel model) throws IOException {
        this.model = model;
        if (model != null && Files.exists(KEPT)) {
            readKept(model.dimension());
        }
    }

    private void readKept(int dimension) throws IOException {
        try (var kept = new DataInputStream(new BufferedInputStream(Files.newInputStream(KEPT)))) {
            while (true) {
                String digest = kept.readUTF();
                byte[] vector = new byte[Float.BYTES * dimension];
                kept.readFully(vector);
                vectors.put(digest, Vectors.of(vector));
            }
        } catch (EOFException e) {
            // all that was kept
        }
    }

    /** The texts of a file of real records, by record. */
    static Map<String, String> of(String file, String field) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        RealInput.forEachRow(
                file, row -> texts.put(row.path("id").asText(), row.path(field).asText("")));
        return texts;
    }

    /** @param read the records whose texts the model reads */
    SideIndex index(Side side, Map<String, String> texts, Set<String> read) {
        try {
            return filled(side, texts, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SideIndex filled(Side side, Map<String, String> texts, Set<String> read) throws IOException {
        var index = new SideIndex(new ByteBuffersDirectory());
        for (var text : texts.entrySet()) {
            index.put(
                    profile(side, text.getKey(), text.getValue()),
                    read.contains(text.getKey()) ? vector(text.getValue()) : null);
        }
        index.refresh();
        return index;
    }

    static Profile profile(Side side, String number, String text) {
        UUID organisation = UUID.nameUUIDFromBytes(number.getBytes());
        return new Profile(number, side, organisation, "en", "", text, Set.of(), Set.of(), Set.of(), true);
    }

    /** Whether the direction of the text is kept already. */
    boolean isRead(String text) {
        String readable = TextAnalysis.readable(text);
        return model != null && vectors.containsKey(DigestUtils.sha256Hex(model.name() + readable));
    }

    float @Nullable [] vector(String text) {
        String readable = TextAnalysis.readable(text);
        if (model == null || readable.isEmpty()) {
            return null;
        }
        String digest = DigestUtils.sha256Hex(model.name() + readable);
        float[] known = vectors.get(digest);
        return known == null ? read(digest, readable) : known;
    }

    private synchronized float[] read(String digest, String text) {
        float[] vector = Objects.requireNonNull(model).vector(text);
        vectors.put(digest, vector);
        try {
            Files.createDirectories(KEPT.getParent());
            try (var kept = new DataOutputStream(
                    Files.newOutputStream(KEPT, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                kept.writeUTF(digest);
                kept.write(Vectors.bytes(vector));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (vectors.size() % 500 == 0) {
            System.out.println(vectors.size() + " texts are read");
        }
        return vector;
    }
}
