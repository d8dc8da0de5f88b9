package org.kakehashi.royalties;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.royalties.Obligation.Demand;
import org.kakehashi.royalties.Obligation.Kind;
import org.kakehashi.royalties.Obligation.Plan;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been received. */
@Component
@Transactional
public class Payments {

    private final PaymentTable payments;
    private final Obligations obligations;
    private final Agreements agreements;
    private final PatentShares shares;
    private final RoyaltySettings settings;
    private final CurrentUser user;
    private final Clock clock;

    Payments(
            PaymentTable payments,
            Obligations obligations,
            Agreements agreements,
            PatentShares shares,
            RoyaltySettings settings,
            CurrentUser user,
            Clock clock) {
        this.payments = payments;
        this.obligations = obligations;
        this.agreements = agreements;
        this.shares = shares;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Payment> ofContract(String contractNumber) {
        return payments.findByContractNumberOrderByReceivedOnAscRecordedAtAsc(contractNumber);
    }

    /** What is still to be paid. */
    @Transactional(readOnly = true)
    public Money outstanding(Obligation obligation) {
        Money owed = obligation.amount().orElseThrow();
        BigDecimal paid = payments.findByObligationNumber(obligation.number()).stream()
                .map(payment -> payment.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(owed.amount().subtract(paid).max(BigDecimal.ZERO), owed.currency());
    }

    /** What the contract has brought, and what it still owes. */
    @Transactional(readOnly = true)
    public Account account(String contractNumber) {
        Money none = new Money(
                BigDecimal.ZERO, agreements.latest(contractNumber).formula().currency());
        LocalDate today = LocalDate.now(clock);
        List<Obligation> owed = obligations.ofContract(contractNumber).stream()
                .filter(obligation -> obligation.isOpen() && obligation.amount().isPresent())
                .toList();
        return new Account(
                ofContract(contractNumber).stream().map(Payment::amount).reduce(none, Money::plus),
                owed.stream().map(this::outstanding).reduce(none, Money::plus),
                owed.stream()
                        .filter(obligation -> obligation.isOverdue(today))
                        .map(this::outstanding)
                        .reduce(none, Money::plus));
    }

    /** Records what was received; a part leaves the rest open, and what came late bears interest. */
    public Payment receive(String contractNumber, String obligationNumber, Money amount, LocalDate receivedOn) {
        Obligation obligation = obligations.of(contractNumber, obligationNumber);
        obligation.expect(Demand.MONEY);
        obligation.expectOpen();
        check(obligation, amount, receivedOn);
        Money interest = obligation.kind() == Kind.INTEREST
                ? new Money(BigDecimal.ZERO, amount.currency())
                : agreements.latest(contractNumber).formula().lateInterest(amount, obligation.dueOn(), receivedOn);
        boolean whole = outstanding(obligation).equals(amount);
        Payment payment = payments.save(new Payment(
                obligation,
                amount,
                receivedOn,
                interest,
                shares.find(contractNumber).map(found -> found.split(amount)).orElse(Map.of()),
                user.name(),
                clock.instant()));
        if (whole) {
            obligations.close(obligation, receivedOn, "Paid");
        }
        if (interest.amount().signum() > 0) {
            obligations.add(
                    contractNumber,
                    List.of(new Plan(
                            Kind.INTEREST,
                            "Interest on " + amount + " of " + obligationNumber + ", paid late on " + receivedOn,
                            null,
                            receivedOn.plusDays(settings.demandDays()),
                            interest.amount())),
                    interest.currency());
        }
        return payment;
    }

    private void check(Obligation obligation, Money amount, LocalDate receivedOn) {
        Money left = outstanding(obligation);
        if (!amount.currency().equals(left.currency())) {
            throw Refusal.invalid("It is owed in %s and not in %s.".formatted(left.currency(), amount.currency()));
        }
        if (amount.amount().signum() == 0) {
            throw Refusal.invalid("The payment must be above zero.");
        }
        if (amount.amount().compareTo(left.amount()) > 0) {
            throw Refusal.invalid("%s is more than the %s that is still owed.".formatted(amount, left));
        }
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("It cannot have been received on %s, which is still to come.".formatted(receivedOn));
        }
        if (obligation.kind() == Kind.MINIMUM
                && obligations.awaitsStatement(
                        obligation.contractNumber(), obligation.period().orElseThrow())) {
            throw Refusal.conflict("A statement of that year comes first: it tells what is missing to the minimum.");
        }
    }
}
