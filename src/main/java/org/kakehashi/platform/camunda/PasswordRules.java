package org.kakehashi.platform.camunda;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.Passwords;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * What the engine asks of every new password, by whatever door it comes: length, nothing of the person, and that it is
 * not found soon by trying common passwords, words, names, dates and neighbouring keys. Rules of composition are not
 * among them: they bring forth "Password-1".
 */
@Component
class PasswordRules implements PasswordPolicy {

    private static final double LEAST_GUESSES = 1e9;
    private static final int JUDGED_CHARACTERS = 64;

    private final List<PasswordPolicyRule> rules;

    PasswordRules(Settings settings) {
        rules = List.of(
                new PasswordPolicyLengthRuleImpl(Passwords.LEAST_CHARACTERS),
                new PasswordPolicyUserDataRuleImpl(),
                new HardToGuess(new Zxcvbn(), settings.words()));
    }

    /** @param words that everybody tries first at this programme */
    @ConfigurationProperties("kakehashi.passwords")
    record Settings(
            @DefaultValue({"kakehashi", "inpit", "jpo", "patent", "licence", "license", "licensing", "tokkyo", "adviser"
            })
            List<String> words) {}

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    private record HardToGuess(Zxcvbn guesser, List<String> words) implements PasswordPolicyRule {

        /** Camunda's Administration shows this sentence as it stands. */
        @Override
        public String getPlaceholder() {
            return "It must be no common password and not easily guessed from words, names, dates or neighbouring keys";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            List<String> tried = new ArrayList<>(words);
            if (user != null) {
                Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                        .filter(StringUtils::isNotBlank)
                        .forEach(tried::add);
            }
            return guesser.measure(StringUtils.left(password, JUDGED_CHARACTERS), tried)
                            .getGuesses()
                    >= LEAST_GUESSES;
        }
    }
}
