package org.kakehashi.negotiation.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.kakehashi.negotiation.CaseAccess;
import org.kakehashi.negotiation.CaseAccess.Insight;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.MeetingPlans;
import org.kakehashi.negotiation.MeetingSlot;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.kakehashi.shared.Side;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where those who work on a case offer its companies times for the technical meeting. */
@PageController
@RequestMapping("/cases/{number}/meeting")
class MeetingPages {

    private static final int ROWS = 5;
    private static final String USUAL_MINUTES = "60";

    /** A time as it is typed, in Japan's time. */
    public record Row(String startsAt, String minutes, String place) {

        private static final Row EMPTY = new Row("", USUAL_MINUTES, "");

        boolean isEmpty() {
            return startsAt.isBlank();
        }
    }

    private final MeetingPlans plans;
    private final LicensingCases cases;
    private final CaseAccess access;
    private final Clock clock;

    MeetingPages(MeetingPlans plans, LicensingCases cases, CaseAccess access, Clock clock) {
        this.plans = plans;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView read(@PathVariable String number) {
        enter(number);
        return page(number, IntStream.range(0, ROWS).mapToObj(row -> Row.EMPTY).toList());
    }

    @PostMapping
    ModelAndView offer(
            @PathVariable String number,
            @RequestParam List<String> startsAt,
            @RequestParam List<String> minutes,
            @RequestParam List<String> place,
            @RequestParam(defaultValue = "false") boolean anyway) {
        enter(number);
        List<Row> rows = IntStream.range(0, Math.min(ROWS, startsAt.size()))
                .mapToObj(row -> new Row(startsAt.get(row), at(minutes, row), at(place, row)))
                .toList();
        try {
            List<MeetingSlot> slots = slots(rows);
            List<Integer> daysOff = slots.stream()
                    .filter(slot -> !slot.onBusinessDay(clock.getZone()))
                    .map(MeetingSlot::number)
                    .toList();
            if (!daysOff.isEmpty() && !anyway) {
                return page(number, rows).addObject("daysOff", daysOff);
            }
            plans.offer(number, slots);
            return new ModelAndView("redirect:/cases/" + number + "/meeting");
        } catch (Refusal refusal) {
            ModelAndView page = page(number, rows).addObject("refused", refusal.reasons());
            page.setStatus(refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    private ModelAndView page(String number, List<Row> rows) {
        return new ModelAndView("meeting")
                .addObject("case", cases.of(number))
                .addObject("plan", plans.of(number).orElse(null))
                .addObject("due", plans.isDue(number))
                .addObject("sides", Side.values())
                .addObject("rows", rows);
    }

    private List<MeetingSlot> slots(List<Row> rows) {
        var slots = new ArrayList<MeetingSlot>();
        for (Row row : rows) {
            if (!row.isEmpty()) {
                int number = slots.size() + 1;
                slots.add(new MeetingSlot(
                        number,
                        time(row.startsAt()).atZone(clock.getZone()).toInstant(),
                        NumberUtils.toInt(row.minutes().strip()),
                        row.place()));
            }
        }
        return slots;
    }

    private static LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("\"" + typed + "\" is not a day and time such as 2026-12-24T14:00.");
        }
    }

    private static String at(List<String> values, int row) {
        return row < values.size() ? StringUtils.defaultString(values.get(row)) : "";
    }

    private void enter(String number) {
        if (!access.into(cases.of(number)).covers(Insight.TERMS)) {
            throw Refusal.forbidden("The times of the technical meeting are open to those who work on the case.");
        }
    }
}
