package org.kakehashi.outcomes;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.kakehashi.outcomes.Answer.Channel;
import org.kakehashi.outcomes.Answer.Given;
import org.kakehashi.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The economic impacts of all contracts that count, as the answers to the inquiry say them in yen. */
@Component
@Transactional
public class EconomicImpacts {

    private final JdbcClient jdbc;
    private final Inquiries inquiries;
    private final Clock clock;

    EconomicImpacts(JdbcClient jdbc, Inquiries inquiries, Clock clock) {
        this.jdbc = jdbc;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public EconomicImpact of(String contractNumber, int fiscalYear) {
        Answer answer = inquiries
                .find(contractNumber, fiscalYear)
                .flatMap(inquiry -> inquiries.answer(inquiry.number()))
                .orElseThrow(() -> Refusal.notFound("Contract %s has no impact reported for the fiscal year %d."
                        .formatted(contractNumber, fiscalYear)));
        Figures figures = answer.figures();
        BigDecimal rate = rate(figures, fiscalYear)
                .orElseThrow(() -> Refusal.conflict(
                        "The answer is in %s, of which no rate is entered for the fiscal year %d yet: read the inquiry's answer instead."
                                .formatted(figures.currency(), fiscalYear)));
        return new EconomicImpact(
                contractNumber,
                fiscalYear,
                Yen.of(figures.sales(), rate),
                figures.jobs(),
                Yen.of(figures.investment(), rate),
                Yen.of(figures.costSaved(), rate),
                LocalDate.ofInstant(answer.givenAt(), clock.getZone()),
                answer.source());
    }

    /**
     * Enters an answer in place of the one before, which is kept.
     *
     * @param figures in yen
     * @throws Refusal where the contract does not count, or the year lies before its signing or has not begun
     */
    public EconomicImpact report(String contractNumber, int fiscalYear, Figures figures, String source) {
        if (source.isBlank()) {
            throw Refusal.invalid("Say where the figures come from.");
        }
        Optional<Answer> before =
                inquiries.find(contractNumber, fiscalYear).flatMap(inquiry -> inquiries.answer(inquiry.number()));
        inquiries.enter(
                contractNumber,
                fiscalYear,
                new Given(
                        figures,
                        Channel.PROGRAM,
                        source,
                        before.map(Answer::explanation).orElse(""),
                        "Reported anew.",
                        before.map(Answer::edition).orElse(0)));
        return of(contractNumber, fiscalYear);
    }

    private Optional<BigDecimal> rate(Figures figures, int fiscalYear) {
        return figures.currency().equals(Figures.YEN)
                ? Optional.of(BigDecimal.ONE)
                : jdbc.sql("SELECT yen_per_unit FROM inquiry_rate WHERE fiscal_year = ? AND currency = ?")
                        .params(fiscalYear, figures.currency().getCurrencyCode())
                        .query(BigDecimal.class)
                        .optional();
    }
}
