package org.kakehashi.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.advisers.Adviser;
import org.kakehashi.shared.Prefecture;
import org.kakehashi.shared.TechnologyField;

/**
 * A question to the programme and what came of it.
 *
 * @param adviserKind the kind of adviser who answers it
 * @param adviser the user who has it; none before it is routed
 * @param interest in which record of the portal, and what for; none where the question is about something else
 * @param recordNumber the need, seed or case that it became
 * @param enteredBy the user or program that entered it
 */
public record Consultation(
        String number,
        Asker asker,
        Channel channel,
        @Nullable TechnologyField field,
        @Nullable Interest interest,
        State state,
        Adviser.Kind adviserKind,
        @Nullable String adviser,
        @Nullable String recordNumber,
        String enteredBy,
        Instant askedAt,
        @Nullable Instant closedAt) {

    /** How the question came. */
    public enum Channel {
        PORTAL,
        PHONE,
        VISIT,
        PROGRAM
    }

    /** Where it stands. */
    public enum State {
        UNCONFIRMED("The mail address is not confirmed"),
        OPEN("Waits for an answer"),
        ASKED_BACK("Waits for the asker"),
        ANSWERED("Answered"),
        BECAME_NEED("Became a need"),
        BECAME_SEED("Became a seed"),
        BECAME_CASE("Became a case"),
        DISMISSED("Dismissed"),
        UNREPLIED("Closed without the asker's reply");

        private final String english;

        State(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /**
     * Who asks.
     *
     * @param prefecture where; none abroad
     * @param language ISO 639-1 code, {@code en} or {@code ja}
     */
    public record Asker(
            String name,
            String organisation,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Prefecture prefecture,
            String language) {

        public Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    /** What somebody who is interested in a seed wishes to do with it. */
    public enum Wish {
        LICENCE("Use it under a licence"),
        PURCHASE("Acquire the patent"),
        TRIAL("Try it, or work on it together with the owner"),
        INFORMATION("Learn more first");

        private final String english;

        Wish(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** In which seed of the portal the asker is interested, and what for. */
    public record Interest(String seedNumber, Wish wish) {}

    /**
     * A question as it arrives.
     *
     * @param field of technology, where it is known
     * @param interest where the question is about a seed of the portal
     */
    public record Question(
            Asker asker,
            @Nullable TechnologyField field,
            @Nullable Interest interest,
            String text) {

        public Question(Asker asker, @Nullable TechnologyField field, String text) {
            this(asker, field, null, text);
        }
    }

    /**
     * What one of the two wrote.
     *
     * @param internal whether it is for colleagues only
     */
    public record Message(boolean fromAsker, boolean internal, String author, String text, Instant at) {}

    /**
     * A file that came along.
     *
     * @param position counted from 1
     */
    public record Attachment(int position, String name, String type, byte[] content) {}

    /** The names of the files that came along, without their content. */
    public record AttachmentName(int position, String name) {}

    /** Everything about a question. */
    public record Sheet(Consultation consultation, List<Message> messages, List<AttachmentName> files) {

        public String question() {
            return messages.isEmpty() ? "" : messages.get(0).text();
        }
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
