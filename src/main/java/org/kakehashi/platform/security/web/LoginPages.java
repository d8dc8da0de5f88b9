package org.kakehashi.platform.security.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kakehashi.platform.security.LoginSettings;
import org.kakehashi.platform.web.PageController;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The one page to sign in, and the one that leads on to the provider when somebody has signed out. */
@PageController
class LoginPages {

    private final LoginSettings settings;
    private final Map<String, String> providers = new TreeMap<>();

    LoginPages(LoginSettings settings, ObjectProvider<OAuth2ClientProperties> properties) {
        this.settings = settings;
        properties.ifAvailable(present -> present.getRegistration()
                .forEach(
                        (id, provider) -> providers.put(id, Objects.requireNonNullElse(provider.getClientName(), id))));
    }

    @GetMapping("/login")
    String login(Model page) {
        page.addAttribute("providers", providers);
        page.addAttribute("emergency", settings.emergencyAccount() != null);
        return "login";
    }

    @RequestMapping(
            path = "/signed-out",
            method = {RequestMethod.GET, RequestMethod.POST})
    String signedOut() {
        return "signed-out";
    }
}
