package org.kakehashi.platform.audit.web;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.audit.AuditChain;
import org.kakehashi.platform.audit.AuditEntry;
import org.kakehashi.platform.audit.AuditEntry.Action;
import org.kakehashi.platform.audit.AuditTrail;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where supervisors and administrators search the audit trail, take it along and verify it. */
@PageController
@RequestMapping("/audit")
class AuditPages {

    private static final int PAGE = 50;

    /** Spreadsheets take what begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final AuditTrail trail;
    private final AuditChain chain;
    private final CurrentUser user;
    private final ObjectMapper json;

    AuditPages(AuditTrail trail, AuditChain chain, CurrentUser user, ObjectMapper json) {
        this.trail = trail;
        this.chain = chain;
        this.user = user;
        this.json = json;
    }

    /** What the page's fields hold; blank is absent. */
    record Search(
            @Nullable String actor,
            @Nullable String subject,
            @Nullable Action action,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        AuditTrail.Wish wish() {
            return new AuditTrail.Wish(actor, subject, action, from, until);
        }
    }

    @GetMapping
    ModelAndView search(@ModelAttribute Search search, @RequestParam(defaultValue = "0") int page) {
        enter();
        return page(search, page);
    }

    @PostMapping("/verification")
    ModelAndView verify() {
        enter();
        return page(new Search(null, null, null, null, null), 0).addObject("verdict", chain.verify());
    }

    /** How the export is written: as CSV (RFC 4180) or as JSON Lines. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        JSONL("application/x-ndjson;charset=UTF-8");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/export")
    @Transactional
    void export(
            @ModelAttribute Search search,
            @RequestParam(defaultValue = "CSV") Format format,
            HttpServletResponse response)
            throws IOException {
        enter();
        trail.add(
                user.name(),
                Action.EXPORTED,
                StringUtils.defaultIfBlank(search.subject(), "audit trail"),
                format.word());
        response.setContentType(format.type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + format.word() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (Stream<AuditEntry> entries = trail.stream(search.wish())) {
            if (format == Format.CSV) {
                writeCsv(response.getWriter(), entries.iterator());
            } else {
                writeLines(response.getWriter(), entries.iterator());
            }
        }
    }

    private static void writeCsv(Writer out, Iterator<AuditEntry> entries) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("place", "at", "actor", "action", "subject", "detail")
                .get();
        try (CSVPrinter lines = new CSVPrinter(out, format)) {
            while (entries.hasNext()) {
                AuditEntry entry = entries.next();
                lines.printRecord(
                        entry.place(),
                        DateTimeFormatter.ISO_INSTANT.format(entry.at()),
                        harmless(entry.actor()),
                        entry.action(),
                        harmless(entry.subject()),
                        harmless(entry.detail()));
            }
        }
    }

    private void writeLines(Writer out, Iterator<AuditEntry> entries) throws IOException {
        while (entries.hasNext()) {
            out.append(json.writeValueAsString(entries.next())).append('\n');
        }
    }

    private static String harmless(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private ModelAndView page(Search search, int page) {
        return new ModelAndView("audit")
                .addObject("search", search)
                .addObject("actions", Action.values())
                .addObject("found", trail.find(search.wish(), PageRequest.of(Math.max(0, page), PAGE)));
    }

    private void enter() {
        if (!user.belongsToOneOf(SUPERVISORS, ADMINISTRATORS)) {
            throw Refusal.forbidden("The audit trail is open to supervisors and administrators.");
        }
    }
}
