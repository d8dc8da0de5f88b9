package org.kakehashi.outcomes.process;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kakehashi.EngineTime;
import org.kakehashi.outcomes.FiscalYear;
import org.kakehashi.outcomes.Inquiries;
import org.kakehashi.outcomes.Inquiry;
import org.springframework.stereotype.Component;

/** The hourly look for inquiries that are due, for tests that cannot wait for it. */
@Component
public class DueInquiries {

    private final InquiryWatch watch;
    private final Inquiries inquiries;
    private final Clock clock;

    DueInquiries(InquiryWatch watch, Inquiries inquiries, Clock clock) {
        this.watch = watch;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    public void look() {
        watch.look();
    }

    /** Goes to the day on which the fiscal year that runs now is asked about, so many years on, and opens the inquiries. */
    public Inquiry open(String contract, int yearsOn) {
        int fiscalYear = FiscalYear.of(LocalDate.now(clock)) + yearsOn;
        LocalDate day = FiscalYear.first(fiscalYear + 1).plusMonths(2);
        EngineTime.pass(Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(clock), day)));
        look();
        return inquiries.find(contract, fiscalYear).orElseThrow();
    }
}
