package org.kakehashi.outcomes.web;

import java.util.Map;
import org.kakehashi.outcomes.AdviserDesk;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.platform.security.Roles;
import org.kakehashi.platform.web.HomePart;
import org.springframework.stereotype.Component;

/** An adviser's morning, on the start page. */
@Component
class AdviserHome implements HomePart {

    private final AdviserDesk desk;
    private final CurrentUser user;

    AdviserHome(AdviserDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    public boolean isFor(String name) {
        return user.belongsToOneOf(Roles.ADVISERS);
    }

    @Override
    public String template() {
        return "adviser-home";
    }

    @Override
    public Map<String, Object> shown(String name) {
        return Map.of("morning", desk.of(name), "turns", AdviserDesk.Turn.values());
    }
}
