package org.kakehashi.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Programs see of what is not public only what they have entered themselves; what people see is for their roles to say. */
@Component
public class OwnRecords {

    private final CurrentUser user;
    private final ObjectProvider<RecordAdvisers> advisers;

    OwnRecords(CurrentUser user, ObjectProvider<RecordAdvisers> advisers) {
        this.user = user;
        this.advisers = advisers;
    }

    /** The program that acts and sees its own records only; empty where a person or the system acts. */
    public Optional<String> narrowedTo() {
        return user.belongsToOneOf(Roles.INTEGRATORS)
                        && !user.belongsToOneOf(
                                Roles.ADVISERS,
                                Roles.REGISTRARS,
                                Roles.LEGAL,
                                Roles.MANAGERS,
                                Roles.SUPERVISORS,
                                Roles.ADMINISTRATORS)
                ? Optional.of(user.name())
                : Optional.empty();
    }

    /** Whether who acts may see and change a record that somebody has entered. */
    public boolean include(@Nullable String enteredBy) {
        return narrowedTo().map(program -> program.equals(enteredBy)).orElse(true);
    }

    /**
     * Lets an adviser change records in the own hands, in those of somebody the adviser stands in for, or in nobody's.
     *
     * @param recordNumbers of which one in the own hands suffices
     * @throws Refusal where they are in other advisers' hands
     */
    public void requireInHand(String... recordNumbers) {
        if (!isAdviserOnly()) {
            return;
        }
        List<String> hands = Stream.of(recordNumbers)
                .flatMap(number -> advisers.stream().flatMap(each -> each.adviserOf(number).stream()))
                .toList();
        if (!hands.isEmpty() && !hands.contains(user.name()) && !standsIn(recordNumbers)) {
            throw Refusal.forbidden("%s is in the hands of %s: ask there, or a manager."
                    .formatted(String.join(" with ", recordNumbers), String.join(" and ", hands)));
        }
    }

    private boolean standsIn(String... recordNumbers) {
        return Stream.of(recordNumbers)
                .anyMatch(number -> advisers.stream().anyMatch(each -> each.standsIn(number, user.name())));
    }

    private boolean isAdviserOnly() {
        return user.belongsToOneOf(Roles.ADVISERS)
                && !user.belongsToOneOf(Roles.REGISTRARS, Roles.MANAGERS, Roles.ADMINISTRATORS);
    }
}
