package org.kakehashi.platform.security.web;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.platform.security.ServiceAccounts;
import org.kakehashi.platform.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where administrators make service accounts, issue their keys and revoke them. */
@PageController
@RequestMapping("/administration/service-accounts")
class ServiceAccountPages {

    private final ServiceAccounts accounts;
    private final Clock clock;

    ServiceAccountPages(ServiceAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String list(Model page) {
        page.addAttribute("accounts", accounts.all());
        page.addAttribute("now", clock.instant());
        return "service-accounts";
    }

    @PostMapping
    String open(@RequestParam String id, @RequestParam String purpose, @RequestParam Set<String> roles) {
        accounts.open(id, purpose, roles);
        return "redirect:/administration/service-accounts";
    }

    /** Answers with the page itself and leads nowhere else: the key must not be kept on the way. */
    @PostMapping("/{id}/keys")
    String issue(@PathVariable String id, Model page) {
        page.addAttribute("issued", accounts.issue(id));
        page.addAttribute("owner", id);
        return list(page);
    }

    @PostMapping("/{id}/keys/{key}/revocation")
    String revoke(@PathVariable String id, @PathVariable UUID key) {
        accounts.revoke(id, key);
        return "redirect:/administration/service-accounts";
    }
}
