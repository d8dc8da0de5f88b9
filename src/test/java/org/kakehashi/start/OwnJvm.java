package org.kakehashi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.KakehashiApplication;

/** The application in a JVM of its own, as an operator starts it: to be killed, or to fail. */
public final class OwnJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern PORT = Pattern.compile("Start page +http://localhost:(\\d+)/");

    private final Process process;
    private final Path output;

    private OwnJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with the arguments, such as {@code --server.port=0}. */
    public static OwnJvm start(String... arguments) throws IOException {
        return startMain(KakehashiApplication.class, arguments);
    }

    /** Starts another application of this class path. */
    public static OwnJvm startMain(Class<?> main, String... arguments) throws IOException {
        Path output = Files.createTempFile("kakehashi-jvm", ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.address=127.0.0.1",
                "--spring.main.register-shutdown-hook=true"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new OwnJvm(process, output);
    }

    /** Waits until it says where its start page is. */
    public int awaitPort() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher port = PORT.matcher(output());
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The application did not start:\n" + output());
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The application did not end:\n" + output());
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        awaitExit();
    }

    /** As a service manager does. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitExit();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
