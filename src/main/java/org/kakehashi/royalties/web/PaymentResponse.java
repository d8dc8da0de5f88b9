package org.kakehashi.royalties.web;

import java.time.LocalDate;
import java.util.Map;
import org.kakehashi.royalties.Payment;
import org.kakehashi.shared.Money;

/** A payment as callers see it. */
record PaymentResponse(
        String obligation, Money amount, LocalDate receivedOn, Money lateInterest, Map<String, Money> parts) {

    static PaymentResponse of(Payment payment) {
        return new PaymentResponse(
                payment.obligationNumber(),
                payment.amount(),
                payment.receivedOn(),
                payment.lateInterest(),
                payment.parts());
    }
}
