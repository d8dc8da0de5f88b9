package org.kakehashi.royalties;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PaymentTable extends JpaRepository<Payment, UUID> {

    List<Payment> findByContractNumberOrderByReceivedOnAscRecordedAtAsc(String contractNumber);

    List<Payment> findByObligationNumber(String obligationNumber);
}
