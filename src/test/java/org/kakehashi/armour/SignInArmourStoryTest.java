package org.kakehashi.armour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.HttpTest;
import org.kakehashi.RawHttp;
import org.kakehashi.Staff;
import org.kakehashi.Visitor;
import org.kakehashi.platform.security.Roles;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody guesses at the sign-in, listens to how it answers, or wants it to lead elsewhere. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class SignInArmourStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identities;

    private final String user = "guessed-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebodyIsKnown() {
        staff.engage(user, Roles.ADVISERS);
    }

    @Test
    void anUnknownNameCostsTheSameTimeAsAWrongPassword() {
        Duration known = median(() -> identities.checkPassword(user, "wrong"));
        Duration unknown = median(() -> identities.checkPassword("nobody-of-that-name", "wrong"));
        assertThat((double) unknown.toNanos() / known.toNanos()).isBetween(0.4, 2.5);
    }

    @Test
    void anUnknownNameIsAnsweredAsAWrongPasswordAndAsALockedAccount() {
        String unknown = tryToSignIn("nobody-of-that-name", "wrong");
        assertThat(tryToSignIn(user, "wrong")).isEqualTo(unknown).endsWith("/login?error");
        for (int guess = 0; guess < 10; guess++) {
            identities.checkPassword(user, "guess-" + guess);
        }
        assertThat(tryToSignIn(user, Staff.PASSWORD)).isEqualTo(unknown);
    }

    @Test
    void anAccountThatIsGuessedAtIsLockedForAMoment() {
        for (int guess = 0; guess < 10; guess++) {
            identities.checkPassword(user, "guess-" + guess);
        }
        assertThat(identities.checkPassword(user, Staff.PASSWORD)).isFalse();
    }

    @Test
    void severalWrongGuessesAtOnceAreWrongAndNoFault() {
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(guess -> new Visitor(port)
                        .fetchAs(user, "guess-" + guess, "/api/v1/seeds")
                        .statusCode())
                .toList();
        assertThat(answers).containsOnly(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example",
                "/login?continue=https://evil.example",
                "/cases?next=//evil.example"
            })
    void afterSigningInNobodyIsLedToAnotherSite(String wish) throws Exception {
        String asked = RawHttp.get(port, wish, "Host: localhost:" + port, "Accept: text/html");
        String session = asked.lines()
                .filter(line -> line.startsWith("Set-Cookie: SESSION="))
                .map(line -> line.replaceFirst(".*SESSION=([^;]*).*", "$1"))
                .findFirst()
                .orElse("");
        Visitor visitor = new Visitor(port).withCookie("SESSION", session);
        HttpResponse<String> answer =
                visitor.submit("/login", "/login", "username=" + user + "&password=" + Staff.PASSWORD);
        URI onward = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(onward.getHost()).isIn(null, "localhost");
    }

    @Test
    void whoSignsOutIsNotLedToAnotherSiteEither() {
        Visitor visitor = new Visitor(port).signIn(user);
        assertThat(visitor.submit("/", "/logout?target=https://evil.example&redirect=//evil.example", "")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("evil.example");
    }

    @Test
    void aLineBreakInANameReachesNeitherHeadersNorTheLog(CapturedOutput output) {
        HttpResponse<String> answer = new Visitor(port)
                .submit(
                        "/login",
                        "/login",
                        "username=x%0d%0aSet-Cookie:+stolen=1%0d%0aFORGED+LINE&password=secret-guess");
        assertThat(answer.headers().map().toString()).doesNotContain("stolen", "FORGED");
        new Visitor(port).fetchAs("x\r\nFORGED LINE", "secret-guess", "/api/v1/seeds");
        LoggerFactory.getLogger("org.kakehashi.armour").warn("A name: {}", "x\r\nFORGED LINE");
        assertThat(output.getAll()).contains("A name: x FORGED LINE");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("FORGED LINE"));
        assertThat(output.getAll()).doesNotContain("secret-guess");
    }

    private String tryToSignIn(String name, String password) {
        return new Visitor(port)
                .submit("/login", "/login", "username=" + name + "&password=" + password)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static Duration median(Supplier<Boolean> guess) {
        List<Duration> times = new ArrayList<>();
        for (int turn = 0; turn < 7; turn++) {
            long start = System.nanoTime();
            assertThat(guess.get()).isFalse();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times.stream().sorted().toList().get(3);
    }
}
