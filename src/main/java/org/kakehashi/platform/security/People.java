package org.kakehashi.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What users are called, so that people read names and not sign-in ids. */
@Component
public class People {

    private final IdentityService identities;

    People(IdentityService identities) {
        this.identities = identities;
    }

    /** The name of each user by id; who is unknown, such as the system itself, is called by the id. */
    public Map<String, String> names(Collection<? extends @Nullable String> users) {
        String[] ids = users.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
        if (ids.length == 0) {
            return Map.of();
        }
        Map<String, String> known = identities.createUserQuery().userIdIn(ids).list().stream()
                .collect(Collectors.toMap(User::getId, People::called));
        return Stream.of(ids).collect(Collectors.toMap(Function.identity(), id -> known.getOrDefault(id, id)));
    }

    /** Whether somebody signs in under this id. */
    public boolean know(String user) {
        return identities.createUserQuery().userId(user).count() == 1;
    }

    private static String called(User user) {
        return StringUtils.defaultIfBlank(
                StringUtils.trim(StringUtils.defaultString(user.getFirstName()) + " "
                        + StringUtils.defaultString(user.getLastName())),
                user.getId());
    }
}
