package org.kakehashi.contract.process;

import java.util.List;
import java.util.stream.IntStream;
import org.kakehashi.contract.Clearances;
import org.springframework.stereotype.Component;

/** What models ask about a patent's co-owners; public, as the expressions in models can call nothing else. */
@Component
public class CoOwners {

    private final Clearances clearances;

    CoOwners(Clearances clearances) {
        this.clearances = clearances;
    }

    /** The co-owners by their place in the list, counted from 1, so that no name becomes a process variable. */
    public List<Integer> of(String caseNumber) {
        return IntStream.rangeClosed(1, clearances.coOwners(caseNumber).size())
                .boxed()
                .toList();
    }

    /** Whether one of them has refused. */
    public boolean refused(String caseNumber) {
        return clearances.consents(caseNumber).stream().anyMatch(answer -> !answer.consents());
    }
}
