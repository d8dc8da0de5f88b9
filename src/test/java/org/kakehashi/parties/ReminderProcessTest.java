package org.kakehashi.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.Desk;
import org.kakehashi.EngineTime;
import org.kakehashi.ProcessTest;
import org.kakehashi.negotiation.Occasion;
import org.kakehashi.negotiation.SideAsked;
import org.kakehashi.negotiation.SideReminded;
import org.kakehashi.negotiation.process.TermsDesk;
import org.kakehashi.shared.Side;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ReminderProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TermsDesk terms;

    @Autowired
    Desk desk;

    @Autowired
    Askings askings;

    @Autowired
    Mailbox mailbox;

    String number;
    String licensor;
    String licensee;

    @BeforeEach
    void theLicenseeIsAskedToAnswerAnOffer() {
        number = terms.openTerms();
        licensor = mailbox.contact(number, Side.LICENSOR, "Mary Example", "en");
        licensee = mailbox.contact(number, Side.LICENSEE, "西沢 理恵", "ja");
        terms.offer(number);
        mailbox.link(licensee);
    }

    @Test
    void theSideThatHasNotAnsweredIsRemindedByMailInItsLanguage() {
        EngineTime.pass(Duration.ofDays(15));
        desk.runDueJobs(number);
        await().atMost(PATIENCE).until(() -> mailbox.letters(licensee).size() == 2);
        assertThat(mailbox.letters(licensee).get(0)).contains("引き続き貴社のご回答をお待ちしております", "/party/");
        assertThat(mailbox.letters(licensor)).isEmpty();
    }

    @Test
    void aReminderThatComesTwiceIsMailedOnce() {
        UUID id = UUID.randomUUID();
        askings.on(new SideReminded(id, number, Occasion.OFFER, 1, Side.LICENSEE));
        askings.on(new SideReminded(id, number, Occasion.OFFER, 1, Side.LICENSEE));
        await().atMost(PATIENCE).until(() -> mailbox.letters(licensee).size() == 2);
        askings.on(new SideReminded(UUID.randomUUID(), number, Occasion.OFFER, 1, Side.LICENSEE));
        await().atMost(PATIENCE).until(() -> mailbox.letters(licensee).size() == 3);
        assertThat(mailbox.letters(licensee)).hasSize(3);
    }

    @Test
    void whoeverHasAnsweredIsNotReminded() {
        terms.counter(number, 500_000);
        await().atMost(PATIENCE).until(() -> askings.open(number, Side.LICENSOR)
                .filter(new SideAsked(number, Occasion.OFFER, 2, Side.LICENSOR)::equals)
                .isPresent());
        askings.on(new SideReminded(UUID.randomUUID(), number, Occasion.OFFER, 1, Side.LICENSEE));
        askings.on(new SideReminded(UUID.randomUUID(), number, Occasion.OFFER, 2, Side.LICENSOR));
        await().atMost(PATIENCE).until(() -> mailbox.letters(licensor).size() == 2);
        assertThat(mailbox.letters(licensee)).hasSize(1);
        assertThat(List.copyOf(mailbox.letters(licensor)).get(0)).contains("still waits for your side");
    }
}
