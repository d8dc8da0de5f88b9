package org.kakehashi.royalties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.contract.Contract;
import org.kakehashi.contract.Contracts;
import org.kakehashi.parties.PartyDoor;
import org.kakehashi.parties.PartyLink;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.royalties.Agreements;
import org.kakehashi.royalties.Formula;
import org.kakehashi.royalties.Obligation;
import org.kakehashi.royalties.Obligations;
import org.kakehashi.royalties.Payments;
import org.kakehashi.royalties.Statement;
import org.kakehashi.royalties.Statements;
import org.kakehashi.royalties.Submission;
import org.kakehashi.royalties.Submissions;
import org.kakehashi.royalties.Successions;
import org.kakehashi.royalties.Usage;
import org.kakehashi.shared.Money;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a licensee's contract asks of it, and where it states its sales, for whoever comes with the licensee's link. */
@PageController
@RequestMapping("/party/{token}/statements")
class PartyStatements {

    /** How long before its day something is shown. */
    private static final int DAYS_AHEAD = 60;

    /** A report whose period is over, and what has been stated for it. */
    public record Report(Obligation obligation, @Nullable Submission submission) {}

    /** Something else that is due. */
    public record Due(Obligation obligation, @Nullable Money outstanding, boolean late) {}

    /** What was typed, kept word for word. */
    public record Entry(
            @Nullable String netSales,
            @Nullable String units,
            @Nullable String currency,
            @Nullable Integer seen) {

        Usage usage(Formula formula) {
            String agreed = formula.currency().getCurrencyCode();
            if (!agreed.equals(currency)) {
                throw new Misentry("currency", agreed);
            }
            BigDecimal sales = formula.asksForSales() ? number(netSales) : BigDecimal.ZERO;
            BigDecimal made = formula.asksForUnits() ? number(units) : BigDecimal.ZERO;
            if (sales.signum() < 0 || made.signum() < 0) {
                throw new Misentry("negative", agreed);
            }
            if (sales.stripTrailingZeros().scale() > formula.currency().getDefaultFractionDigits()
                    || made.stripTrailingZeros().scale() > 0) {
                throw new Misentry("decimals", agreed);
            }
            if (sales.precision() - sales.scale() > 15 || made.precision() - made.scale() > 12) {
                throw new Misentry("high", agreed);
            }
            return new Usage(sales, made.longValueExact());
        }

        /** Full-width digits, blanks and commas between thousands are read as people mean them. */
        private static BigDecimal number(@Nullable String typed) {
            String plain = Normalizer.normalize(StringUtils.defaultString(typed), Normalizer.Form.NFKC)
                    .replaceAll("[\\s,]", "");
            if (!plain.matches("[+-]?\\d{1,40}(\\.\\d{1,20})?")) {
                throw new Misentry("number", "");
            }
            return new BigDecimal(plain);
        }
    }

    /** An entry that the page explains in its reader's language. */
    private static final class Misentry extends RuntimeException {

        private final String key;
        private final String currency;

        Misentry(String key, String currency) {
            this.key = key;
            this.currency = currency;
        }
    }

    private final PartyDoor door;
    private final Contracts contracts;
    private final Agreements agreements;
    private final Obligations obligations;
    private final Statements statements;
    private final Submissions submissions;
    private final Payments payments;
    private final Successions successions;
    private final Clock clock;

    PartyStatements(
            PartyDoor door,
            Contracts contracts,
            Agreements agreements,
            Obligations obligations,
            Statements statements,
            Submissions submissions,
            Payments payments,
            Successions successions,
            Clock clock) {
        this.door = door;
        this.contracts = contracts;
        this.agreements = agreements;
        this.obligations = obligations;
        this.statements = statements;
        this.submissions = submissions;
        this.payments = payments;
        this.successions = successions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        return enter(
                token, request, (link, contract) -> page(token, link, contract).addObject("done", done != null));
    }

    /** Shows what a statement would bring, step by step; nothing is kept. */
    @PostMapping("/{report}/computation")
    ModelAndView compute(
            @PathVariable String token, @PathVariable String report, Entry entry, HttpServletRequest request) {
        return enter(token, request, (link, contract) -> {
            ModelAndView page =
                    page(token, link, contract).addObject("entered", report).addObject("entry", entry);
            try {
                page.addObject("computed", statements.compute(contract.number(), report, usage(contract, entry)));
            } catch (Misentry misentry) {
                misentered(page, misentry);
            } catch (Refusal refusal) {
                page.addObject("refused", refusal).setStatus(HttpStatus.CONFLICT);
            }
            return page;
        });
    }

    @PostMapping("/{report}")
    ModelAndView send(
            @PathVariable String token, @PathVariable String report, Entry entry, HttpServletRequest request) {
        return enter(token, request, (link, contract) -> {
            try {
                Usage usage = usage(contract, entry);
                int seen = entry.seen() == null ? 0 : entry.seen();
                return door.act(
                        link,
                        () -> submissions.submit(contract.number(), report, usage, seen),
                        "/party/" + token + "/statements?done",
                        () -> entered(token, link, contract, report, entry));
            } catch (Misentry misentry) {
                ModelAndView page = entered(token, link, contract, report, entry);
                misentered(page, misentry);
                return page;
            }
        });
    }

    private ModelAndView entered(String token, PartyLink link, Contract contract, String report, Entry entry) {
        return page(token, link, contract).addObject("entered", report).addObject("entry", entry);
    }

    private static void misentered(ModelAndView page, Misentry misentry) {
        page.addObject("misentry", misentry.key).addObject("agreedCurrency", misentry.currency);
        page.setStatus(HttpStatus.BAD_REQUEST);
    }

    /** Only the licensee of a contract that counts finds anything here. */
    private ModelAndView enter(
            String token, HttpServletRequest request, BiFunction<PartyLink, Contract, ModelAndView> page) {
        return door.enter(token, request, link -> contract(link)
                .map(contract -> page.apply(link, contract))
                .orElseGet(() -> new ModelAndView("party-gone", HttpStatus.NOT_FOUND)));
    }

    private Optional<Contract> contract(PartyLink link) {
        return contracts
                .ofCase(link.caseNumber())
                .filter(contract -> link.side() == Side.LICENSEE)
                .filter(contract -> !agreements.versions(contract.number()).isEmpty());
    }

    private Usage usage(Contract contract, Entry entry) {
        return entry.usage(agreements.latest(contract.number()).formula());
    }

    private ModelAndView page(String token, PartyLink link, Contract contract) {
        LocalDate today = LocalDate.now(clock);
        List<Obligation> open = obligations.ofContract(contract.number()).stream()
                .filter(Obligation::isOpen)
                .filter(obligation -> obligation.kind().obliged().contains(Side.LICENSEE))
                .toList();
        return new ModelAndView("party-statements")
                .addObject("token", token)
                .addObject("link", link)
                .addObject("contract", contract)
                .addObject("party", successions.present(contract, Side.LICENSEE))
                .addObject("formula", agreements.latest(contract.number()).formula())
                .addObject("today", today)
                .addObject(
                        "reports",
                        open.stream()
                                .filter(obligation -> isReportable(obligation, today))
                                .map(report -> new Report(
                                        report,
                                        submissions.find(report.number()).orElse(null)))
                                .toList())
                .addObject(
                        "dues",
                        open.stream()
                                .filter(obligation -> !isReportable(obligation, today))
                                .filter(obligation -> obligation.dueOn().isBefore(today.plusDays(DAYS_AHEAD + 1)))
                                .map(due -> new Due(
                                        due,
                                        due.amount().isPresent() ? payments.outstanding(due) : null,
                                        due.isOverdue(today)))
                                .toList())
                .addObject("statements", stated(contract));
    }

    private List<Statement> stated(Contract contract) {
        return statements.ofContract(contract.number());
    }

    private static boolean isReportable(Obligation obligation, LocalDate today) {
        return obligation.kind() == Obligation.Kind.ROYALTY_REPORT
                && obligation
                        .period()
                        .filter(period -> period.last().isBefore(today))
                        .isPresent();
    }
}
