package org.kakehashi.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.shared.Side;
import org.springframework.data.jpa.repository.JpaRepository;

interface AnswerTable extends JpaRepository<PartyAnswer, UUID> {

    Optional<PartyAnswer> findByCaseNumberAndOccasionAndRoundAndSide(
            String caseNumber, Occasion occasion, int round, Side side);

    List<PartyAnswer> findByCaseNumberOrderByAt(String caseNumber);
}
