package org.kakehashi.matching.web;

import java.util.stream.Stream;
import org.kakehashi.matching.Lessons;
import org.kakehashi.matching.MatchReading;
import org.kakehashi.matching.search.SearchState;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.web.PageController;
import org.springframework.data.domain.PageRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A match with both its texts, and what searches have learned and read so far. */
@PageController
class MatchPages {

    private static final int PAGE = 25;

    private final MatchReading reading;
    private final Lessons lessons;
    private final SearchState state;
    private final People people;
    private final CurrentUser user;

    MatchPages(MatchReading reading, Lessons lessons, SearchState state, People people, CurrentUser user) {
        this.reading = reading;
        this.lessons = lessons;
        this.state = state;
        this.people = people;
        this.user = user;
    }

    @GetMapping("/matches/{number}")
    String match(@PathVariable String number, Model model) {
        model.addAttribute("pair", reading.of(number));
        return "match";
    }

    @GetMapping("/matching")
    String learned(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("state", state.now());
        var learned = lessons.page(PageRequest.of(Math.max(0, page), PAGE));
        model.addAttribute("lessons", learned);
        model.addAttribute(
                "names",
                people.names(learned.stream()
                        .flatMap(lesson -> Stream.of(
                                lesson.match().decidedBy(), lesson.match().lessonUndoneBy()))
                        .toList()));
        model.addAttribute("mayUndo", user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS));
        return "matching";
    }

    @PostMapping("/matching/lessons/{number}/undo")
    String undo(@PathVariable String number, @RequestParam(defaultValue = "0") int page) {
        lessons.undo(number, user.name());
        return "redirect:/matching?page=" + Math.max(0, page);
    }

    @PostMapping("/matching/lessons/{number}/redo")
    String redo(@PathVariable String number, @RequestParam(defaultValue = "0") int page) {
        lessons.redo(number);
        return "redirect:/matching?page=" + Math.max(0, page);
    }
}
