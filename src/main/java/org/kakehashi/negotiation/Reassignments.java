package org.kakehashi.negotiation;

import java.util.List;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.platform.journal.Journal;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives cases to other advisers: the side, its open tasks and the load move together. */
@Component
public class Reassignments {

    private final LicensingCases cases;
    private final Advising advising;
    private final Advisers advisers;
    private final Course course;
    private final Journal journal;
    private final CurrentUser user;
    private final TransactionTemplate each;

    Reassignments(
            LicensingCases cases,
            Advising advising,
            Advisers advisers,
            Course course,
            Journal journal,
            CurrentUser user,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.advising = advising;
        this.advisers = advisers;
        this.course = course;
        this.journal = journal;
        this.user = user;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One side of a case. */
    public record Place(String caseNumber, Side side) {}

    /** What became of one. @param refused why it stays as it was; none where it was moved */
    public record Outcome(
            String caseNumber, Side side, @Nullable String refused) {}

    /**
     * Gives each place to the adviser; one that cannot be moved does not hinder the others.
     *
     * @param consent why one adviser may stand on both sides, where that comes about; may be empty
     */
    public List<Outcome> reassign(List<Place> places, String adviser, String consent) {
        return places.stream()
                .distinct()
                .map(place -> outcome(place, adviser, consent))
                .toList();
    }

    private Outcome outcome(Place place, String adviser, String consent) {
        try {
            each.executeWithoutResult(status -> reassign(place, adviser, consent));
            return new Outcome(place.caseNumber(), place.side(), null);
        } catch (Refusal refusal) {
            return new Outcome(place.caseNumber(), place.side(), refusal.sentences());
        }
    }

    /**
     * Nothing where the adviser has the place already.
     *
     * @throws Refusal where the case has ended, the adviser is not active or tied to a party, or would stand on both
     *     sides without a manager's consent
     */
    @Transactional
    public void reassign(Place place, String adviser, String consent) {
        LicensingCase licensingCase = cases.of(place.caseNumber());
        String before = licensingCase.party(place.side()).adviser();
        if (Objects.equals(before, adviser)) {
            return;
        }
        if (!licensingCase.isOpen()) {
            throw Refusal.conflict(place.caseNumber() + " has ended: it stays with the advisers it had.");
        }
        if (advisers.findById(adviser).filter(Adviser::isActive).isEmpty()) {
            throw Refusal.invalid("\"" + adviser + "\" is not an active adviser: choose one of the advisers.");
        }
        if (adviser.equals(licensingCase.party(place.side().other()).adviser())) {
            consent(place.caseNumber(), adviser, consent);
        }
        LicensingCase handed = advising.hand(place.caseNumber(), place.side(), adviser);
        course.handed(handed, place.side(), before, adviser);
    }

    private void consent(String number, String adviser, String reason) {
        if (StringUtils.isBlank(reason)) {
            throw Refusal.conflict(
                    ("%s stands by the other side of %s: name another adviser, or say why one adviser may"
                                    + " stand on both sides.")
                            .formatted(adviser, number));
        }
        if (user.name().equals(adviser)) {
            throw Refusal.forbidden(
                    "You would stand on both sides of this case yourself: another manager must decide.");
        }
        journal.note(number, "Same adviser on both sides consented", reason.strip());
    }
}
