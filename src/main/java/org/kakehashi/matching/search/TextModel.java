package org.kakehashi.matching.search;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A model that turns a text into a direction in which texts of like meaning lie near, computed within this process. A
 * text longer than the model reads at once is read in windows that overlap, and their directions are averaged.
 */
final class TextModel implements AutoCloseable {

    /** The name of the model that comes with the product. */
    static final String ENGLISH = "all-minilm-l6-v2-q";

    /** Tokens per window: no more than such models learned on. */
    private static final int WINDOW = 128;

    /** Tokens that a window repeats of the one before, so that no sentence is cut for both. */
    private static final int OVERLAP = 16;

    /** A window must bring so many tokens, those repeated included. */
    private static final int REST = 24;

    /** A book is read in samples from its beginning to its end. */
    private static final int WINDOWS = 32;

    /** How a window's direction is made of those of its tokens. */
    enum Pooling {
        /** The first token's, as models of the BGE family are trained. */
        FIRST,
        /** The average, as most others are. */
        MEAN
    }

    private final String name;
    private final Pooling pooling;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final int dimension;

    private TextModel(String name, Pooling pooling, byte[] weights, InputStream vocabulary, int threads)
            throws IOException, OrtException {
        this.name = name;
        this.pooling = pooling;
        this.environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(weights, options);
        }
        // The library would tell its makers of each start on their cloud, and fetch what is not there.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        this.tokenizer =
                HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        this.dimension = vector("dimension").length;
    }

    /**
     * The English model that comes with the product, all-MiniLM-L6-v2 in eight bits (Apache licence 2.0): 23 MB, 384
     * dimensions.
     *
     * @param threads that compute one text
     */
    static TextModel english(int threads) {
        try (var weights = resource(ENGLISH + ".onnx");
                var vocabulary = resource(ENGLISH + "-tokenizer.json")) {
            return new TextModel(ENGLISH, Pooling.MEAN, weights.readAllBytes(), vocabulary, threads);
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("The text model " + ENGLISH + " cannot be loaded", e);
        }
    }

    /**
     * A model of one's own.
     *
     * @param folder with {@code model.onnx} and {@code tokenizer.json} as the usual exporters write them
     * @throws UnusableModel.Named where either is missing or no model of texts
     */
    static TextModel of(Path folder, Pooling pooling, int threads) {
        for (String file : List.of("model.onnx", "tokenizer.json")) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new UnusableModel.Named(
                        "There is no " + file + " to read in " + folder.toAbsolutePath() + ".", null);
            }
        }
        try (var vocabulary = Files.newInputStream(folder.resolve("tokenizer.json"))) {
            byte[] weights = Files.readAllBytes(folder.resolve("model.onnx"));
            String name =
                    folder.getFileName() + "-" + DigestUtils.sha256Hex(weights).substring(0, 12);
            return new TextModel(name, pooling, weights, vocabulary, threads);
        } catch (IOException | OrtException | RuntimeException e) {
            throw new UnusableModel.Named(
                    "The files in " + folder.toAbsolutePath() + " are no model of texts that can be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = TextModel.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new IOException("There is no " + name);
        }
        return found;
    }

    /** Tells its vectors from those of any other model. */
    String name() {
        return name;
    }

    int dimension() {
        return dimension;
    }

    /** The direction of a whole text, of length 1. */
    synchronized float[] vector(String text) {
        long[] tokens = tokenizer.encode(text).getIds();
        float[] sum = null;
        for (long[] window : windows(tokens)) {
            float[] direction = direction(window);
            if (sum == null) {
                sum = direction;
            } else {
                Vectors.add(sum, direction);
            }
        }
        return Vectors.normalised(sum == null ? new float[dimension] : sum);
    }

    /** @param tokens with the one that opens and the one that closes a text */
    static List<long[]> windows(long[] tokens) {
        int last = tokens.length - 1;
        int body = WINDOW - 2;
        List<long[]> windows = new ArrayList<>();
        for (int from = 1; from == 1 || from + REST <= last; from += body - OVERLAP) {
            int to = Math.min(from + body, last);
            long[] window = new long[to - from + 2];
            window[0] = tokens[0];
            System.arraycopy(tokens, from, window, 1, to - from);
            window[window.length - 1] = tokens[last];
            windows.add(window);
            if (to == last) {
                break;
            }
        }
        int all = windows.size();
        return all <= WINDOWS
                ? windows
                : IntStream.range(0, WINDOWS)
                        .mapToObj(i -> windows.get(i * (all - 1) / (WINDOWS - 1)))
                        .toList();
    }

    private float[] direction(long[] window) {
        long[] shape = {1, window.length};
        long[] ones = new long[window.length];
        Arrays.fill(ones, 1);
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(window), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[window.length]), shape)) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            inputs.put("token_type_ids", types);
            inputs.keySet().retainAll(session.getInputNames());
            try (var result = session.run(inputs)) {
                Object directions = result.get(0).getValue();
                return Vectors.normalised(
                        directions instanceof float[][] whole ? whole[0] : pooled((float[][][]) directions));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The text model " + name + " failed", e);
        }
    }

    private float[] pooled(float[][][] tokens) {
        float[] first = tokens[0][0];
        if (pooling == Pooling.MEAN) {
            for (int i = 1; i < tokens[0].length; i++) {
                Vectors.add(first, tokens[0][i]);
            }
        }
        return first;
    }

    /** Waits for the text that is being read: what the library computes with must not be taken from it. */
    @Override
    public synchronized void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
        tokenizer.close();
    }
}
