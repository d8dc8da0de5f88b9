package org.kakehashi.portal.search;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch of one node, in a JVM of its own with the class path that Maven writes to
 * {@code target/opensearch/classpath} ({@code mvn antrun:run@opensearch}).
 */
final class OpenSearch implements AutoCloseable {

    private static final Path CLASS_PATH = Path.of("target/opensearch/classpath");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final int port = freePort();
    private final int transport = freePort();
    private @Nullable Process process;

    /** @param folder where its data lies, also when it is started again */
    OpenSearch(Path folder) {
        this.folder = folder;
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns at once. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "src/test/opensearch/OpenSearchNode.java",
                        folder.toString(),
                        String.valueOf(port),
                        String.valueOf(transport))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> {
            if (process == null || !process.isAlive()) {
                throw new AssertionError("OpenSearch did not start:\n" + Files.readString(log()));
            }
            return Files.readString(log()).lines().anyMatch(line -> line.endsWith("ready"));
        });
    }

    /** As an outage does. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
