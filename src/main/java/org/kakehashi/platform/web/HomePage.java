package org.kakehashi.platform.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page and the one sign-in page. */
@Controller
class HomePage {

    @GetMapping("/")
    String home(Principal user, Model page) {
        page.addAttribute("user", user.getName());
        return "home";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
