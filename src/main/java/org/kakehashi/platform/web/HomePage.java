package org.kakehashi.platform.web;

import static org.kakehashi.platform.security.Roles.ADMINISTRATORS;
import static org.kakehashi.platform.security.Roles.ADVISERS;
import static org.kakehashi.platform.security.Roles.LEGAL;
import static org.kakehashi.platform.security.Roles.MANAGERS;
import static org.kakehashi.platform.security.Roles.REGISTRARS;
import static org.kakehashi.platform.security.Roles.SUPERVISORS;

import java.util.List;
import org.kakehashi.platform.security.CurrentUser;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page of the staff, with the doors that are open to the user; everybody else starts at the public portal. */
@PageController
class HomePage {

    private final CurrentUser user;
    private final List<HomePart> parts;

    HomePage(CurrentUser user, List<HomePart> parts) {
        this.user = user;
        this.parts = parts;
    }

    @GetMapping("/")
    String home(Model page) {
        if (!user.signedIn()) {
            return "redirect:/portal";
        }
        List<HomePart> own =
                parts.stream().filter(part -> part.isFor(user.name())).toList();
        page.addAttribute("parts", own.stream().map(HomePart::template).toList());
        own.forEach(part -> page.addAllAttributes(part.shown(user.name())));
        page.addAttribute("tasks", user.belongsToOneOf(ADVISERS, REGISTRARS, LEGAL, MANAGERS, ADMINISTRATORS));
        page.addAttribute("imports", user.belongsToOneOf(REGISTRARS, ADMINISTRATORS));
        page.addAttribute(
                "cases", user.belongsToOneOf(ADVISERS, REGISTRARS, LEGAL, MANAGERS, SUPERVISORS, ADMINISTRATORS));
        page.addAttribute("activities", user.belongsToOneOf(ADVISERS, MANAGERS, ADMINISTRATORS));
        page.addAttribute("cockpit", user.belongsToOneOf(MANAGERS, SUPERVISORS, ADMINISTRATORS));
        page.addAttribute("matching", user.belongsToOneOf(MANAGERS, SUPERVISORS, ADMINISTRATORS));
        page.addAttribute("workload", user.belongsToOneOf(MANAGERS, ADMINISTRATORS));
        page.addAttribute("dispatches", user.belongsToOneOf(REGISTRARS, MANAGERS, ADMINISTRATORS));
        page.addAttribute("inquiries", user.belongsToOneOf(REGISTRARS, MANAGERS, SUPERVISORS, ADMINISTRATORS));
        page.addAttribute("audit", user.belongsToOneOf(SUPERVISORS, ADMINISTRATORS));
        page.addAttribute("administration", user.belongsToOneOf(ADMINISTRATORS));
        return "home";
    }
}
