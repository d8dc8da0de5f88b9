package org.kakehashi.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The windows of one story in real Chromium, as installed on this machine. Where there is none the test is skipped, or
 * fails where CI says so.
 */
final class Browser implements AutoCloseable {

    private static final boolean DOCUMENTED = Boolean.getBoolean("kakehashi.write-documents");
    private static final Path PICTURES = Path.of("target/pictures");

    private static final Optional<Path> EXECUTABLE = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final List<BrowserContext> sessions = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser() {}

    static Browser open() {
        if (EXECUTABLE.isEmpty() && Boolean.parseBoolean(System.getenv("KAKEHASHI_BROWSER_REQUIRED"))) {
            throw new AssertionError("Chromium is required here and was not found.");
        }
        assumeTrue(EXECUTABLE.isPresent(), "Skipped: no Chromium on this machine.");
        return new Browser();
    }

    /** A window of its own session, in which the person is signed in. */
    Page signIn(String address, String user, String password) {
        Page page = window(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setDeviceScaleFactor(DOCUMENTED ? 2 : 1));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " @ " + message.location());
            }
        });
        page.navigate(address + "/login");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByText("Sign in").last().click();
        page.waitForURL("**/");
        return page;
    }

    /** A window of its own session and of that width, opened at an address by somebody who is not signed in. */
    Page visit(String address, int width) {
        Page page = window(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 844));
        page.navigate(address);
        return page;
    }

    private Page window(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext session = Chromium.RUNNING.newContext(options);
        session.setDefaultTimeout(120_000);
        sessions.add(session);
        return session.newPage();
    }

    /** Keeps a picture in the build folder. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps a picture of the page from its top to its end. */
    static void wholePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Keeps a picture that the README shows; with {@code -Dkakehashi.write-documents=true} in the tree. */
    static void documentPicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(document(name)));
    }

    static void documentPicture(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(document(name)));
    }

    private static Path document(String name) {
        return (DOCUMENTED ? Path.of("docs/pictures") : PICTURES).resolve(name + ".png");
    }

    /** What the pages complained of on their consoles. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        sessions.forEach(BrowserContext::close);
    }

    /** One process for all stories of the JVM, begun by the first that needs it; it ends with the JVM. */
    private static final class Chromium {

        static final com.microsoft.playwright.Browser RUNNING = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE.orElseThrow())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));

        private Chromium() {}
    }
}
