package org.kakehashi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A model that is named by its folder; the product's own, unpacked, stands for any. */
class TextModelTest {

    @TempDir
    Path folder;

    @Test
    void aModelOfOnesOwnReadsTheLanguagesItIsNamedFor() throws IOException {
        unpack(TextModel.ENGLISH + ".onnx", "model.onnx");
        unpack(TextModel.ENGLISH + "-tokenizer.json", "tokenizer.json");
        ModelSettings settings = named(folder, "en", "ja");

        assertThat(settings.fixedName()).isEmpty();
        assertThat(settings.reads("ja")).isTrue();
        assertThat(settings.reads("fr")).isFalse();
        try (TextModel own = settings.open();
                TextModel bundled = TextModel.english(1)) {
            assertThat(own.name()).startsWith(folder.getFileName() + "-").isNotEqualTo(bundled.name());
            assertThat(own.dimension()).isEqualTo(384);
            assertThat(own.vector("Ice on ropeway cables")).isEqualTo(bundled.vector("Ice on ropeway cables"));
            assertThat(VectorUtil.dotProduct(own.vector("氷"), own.vector("氷"))).isBetween(0.999f, 1.001f);
        }
    }

    @Test
    void aFolderWithoutAModelIsNamedInASentence() throws IOException {
        assertThatThrownBy(() -> named(folder.resolve("nowhere"), "ja").open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no model.onnx to read in " + folder.resolve("nowhere"));
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> named(folder, "ja").open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no tokenizer.json");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThatThrownBy(() -> named(folder, "ja").open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no model of texts that can be used");
    }

    @Test
    void aStartThatFailsForItSaysWhatToChange() {
        Throwable failure = catchThrowable(() -> named(folder, "ja").open());

        FailureAnalysis said =
                Objects.requireNonNull(new UnusableModel().analyze(new IllegalStateException("bean", failure)));

        assertThat(said.getDescription()).contains("There is no model.onnx to read in " + folder);
        assertThat(said.getAction()).contains("KAKEHASHI_MATCHING_MODEL_NAME", "all-minilm-l6-v2", "none");
    }

    private static ModelSettings named(Path folder, String... languages) {
        return new ModelSettings(
                folder.toString(), Set.of(languages), TextModel.Pooling.MEAN, 1, 1, 0.7, 1, 0.85, 1500, 1, 0.5, 300);
    }

    private void unpack(String resource, String file) throws IOException {
        try (InputStream from = Objects.requireNonNull(getClass().getResourceAsStream("/" + resource))) {
            Files.copy(from, folder.resolve(file));
        }
    }
}
