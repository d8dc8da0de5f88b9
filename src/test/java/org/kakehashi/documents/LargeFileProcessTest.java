package org.kakehashi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.CaseFixture;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.shared.Confidentiality;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@ProcessTest
class LargeFileProcessTest {

    private static final int LARGE = 50 * 1024 * 1024;
    private static final long LITTLE = 16L * 1024 * 1024;
    private static final byte[] BEGINNING = "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Documents documents;

    @Autowired
    CaseFixture cases;

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "lawyer-1", "", AuthorityUtils.createAuthorityList(Roles.LEGAL)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void passesThroughWithoutFillingTheMemory() throws IOException {
        String number = cases.open().number();
        var watch = new MemoryWatch();
        Document stored = documents.add(
                number,
                DocumentKind.TECHNICAL,
                "",
                Confidentiality.CASE_TEAM,
                new Documents.Upload("large.pdf", new Drawings(watch)));
        assertThat(stored.latest().bytes()).isEqualTo(LARGE);
        try (InputStream content = documents.take(stored, stored.latest())) {
            content.transferTo(watch);
        }
        assertThat(watch.passed).isEqualTo(2L * LARGE);
        assertThat(watch.most).isLessThan(LITTLE);
    }

    /** Fifty megabytes that exist nowhere at once. */
    private static final class Drawings extends InputStream {

        private final MemoryWatch watch;
        private int position;

        Drawings(MemoryWatch watch) {
            this.watch = watch;
        }

        @Override
        public int read() {
            if (position == LARGE) {
                return -1;
            }
            watch.write(0);
            return position < BEGINNING.length ? BEGINNING[position++] : position++ % 64;
        }
    }

    /** Lets bytes pass, and every 25 megabytes looks how much memory is held more than at the beginning. */
    private static final class MemoryWatch extends OutputStream {

        private static final int STRETCH = 25 * 1024 * 1024;

        private final long before = held();
        private long passed;
        private long most;

        @Override
        public void write(int any) {
            if (++passed % STRETCH == 0) {
                most = Math.max(most, held() - before);
            }
        }

        private static long held() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
