package org.kakehashi.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.platform.web.ProductAddress;
import org.kakehashi.registry.ResearchTool;
import org.kakehashi.shared.Money;
import org.springframework.stereotype.Component;

/** What the sides of a research-tool licence are written: the licence itself, or why there is none. */
@Component
class ToolLicenceLetters {

    private final Mails mails;
    private final ProductAddress product;

    ToolLicenceLetters(Mails mails, ProductAddress product) {
        this.mails = mails;
        this.product = product;
    }

    /** Who asks on the portal is mailed the link by which the request goes off. */
    void confirmation(String seedNumber, ToolLicence.Requester requester, String token) {
        mails.post(new Letter(
                requester.contactEmail(),
                requester.locale(),
                "tool-request",
                List.of(seedNumber),
                Map.of(
                        "name",
                        requester.contactName(),
                        "seed",
                        seedNumber,
                        "address",
                        product.address() + "/licence/q/" + token)));
    }

    /** Requester and owner get the same words, each in the language of its letters. */
    void concluded(ToolLicence licence, ResearchTool.Content tool, Locale ownersLanguage) {
        ToolLicence.Requester requester = licence.requester();
        post(requester.contactEmail(), requester.contactName(), requester.locale(), licence, tool);
        if (!tool.contactEmail().isEmpty()) {
            post(tool.contactEmail(), tool.contactName(), ownersLanguage, licence, tool);
        }
    }

    private void post(String to, String name, Locale language, ToolLicence licence, ResearchTool.Content tool) {
        boolean japanese = language.equals(Locale.JAPANESE);
        mails.post(new Letter(
                to,
                language,
                "tool-licence",
                List.of(licence.number()),
                Map.ofEntries(
                        Map.entry("name", name),
                        Map.entry("number", licence.number()),
                        Map.entry("seed", licence.seedNumber()),
                        Map.entry("tool", licence.offered().tool()),
                        Map.entry("licensor", licence.offered().licensor()),
                        Map.entry("licensee", licence.requester().organisation()),
                        Map.entry("purpose", licence.requester().purpose()),
                        Map.entry("free", licence.offered().feeYen() == 0),
                        Map.entry(
                                "fee",
                                japanese
                                        ? String.format(
                                                Locale.ROOT,
                                                "%,d円",
                                                licence.offered().feeYen())
                                        : Money.yen(licence.offered().feeYen())),
                        Map.entry("from", Objects.requireNonNull(licence.concludedOn())),
                        Map.entry("until", Objects.requireNonNull(licence.endsOn())),
                        Map.entry("conditions", licence.offered().conditions()),
                        Map.entry("material", licence.requester().materialWanted()),
                        Map.entry("mtaForm", tool.mtaForm()),
                        Map.entry("contact", contact(tool)))));
    }

    private static String contact(ResearchTool.Content tool) {
        return (tool.contactName() + " " + tool.contactEmail()).strip();
    }

    void refused(ToolLicence licence, String why) {
        ToolLicence.Requester requester = licence.requester();
        mails.post(new Letter(
                requester.contactEmail(),
                requester.locale(),
                "tool-licence-refused",
                List.of(licence.number()),
                Map.of(
                        "name",
                        requester.contactName(),
                        "number",
                        licence.number(),
                        "tool",
                        licence.offered().tool(),
                        "reason",
                        why)));
    }
}
