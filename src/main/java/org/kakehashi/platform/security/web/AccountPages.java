package org.kakehashi.platform.security.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Passwords;
import org.kakehashi.platform.security.People;
import org.kakehashi.platform.security.Sessions;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: its password, and where one is signed in. For administrators, where everybody is. */
@PageController
class AccountPages {

    private final Passwords passwords;
    private final Sessions sessions;
    private final People people;
    private final CurrentUser user;

    AccountPages(Passwords passwords, Sessions sessions, People people, CurrentUser user) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.people = people;
        this.user = user;
    }

    @GetMapping("/account")
    String account(HttpSession here, Model page) {
        page.addAttribute("sessions", sessions.of(user.name()));
        page.addAttribute("here", here.getId());
        page.addAttribute("changeable", passwords.changeable());
        return "account";
    }

    @PostMapping("/account/password")
    String change(
            @RequestParam String present,
            @RequestParam String wanted,
            @RequestParam String again,
            HttpSession here,
            Model page) {
        try {
            passwords.change(present, wanted, again);
            return "redirect:/login?password-changed";
        } catch (Refusal refusal) {
            page.addAttribute("refusal", String.join(" ", refusal.reasons()));
            return account(here, page);
        }
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere() {
        sessions.end(user.name());
        return "redirect:/login?signed-out";
    }

    @GetMapping("/administration/sessions")
    String everybody(Model page) {
        List<Sessions.Open> open = sessions.all();
        page.addAttribute("sessions", open);
        page.addAttribute(
                "names", people.names(open.stream().map(Sessions.Open::user).toList()));
        return "sessions";
    }

    @PostMapping("/administration/sessions/{user}/end")
    String end(@PathVariable String user) {
        sessions.end(user);
        return "redirect:/administration/sessions";
    }
}
