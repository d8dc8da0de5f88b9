package org.kakehashi.parties;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.kakehashi.advisers.Advisers;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.MeetingNews;
import org.kakehashi.negotiation.MeetingSlot;
import org.kakehashi.platform.mail.Letter;
import org.kakehashi.platform.mail.MailSettings;
import org.kakehashi.platform.mail.Mails;
import org.kakehashi.shared.Side;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails both contacts and both advisers the technical meeting for their calendars: one event, however often it changes. */
@Component
class Invitations {

    private final LicensingCases cases;
    private final PartyLinks links;
    private final Advisers advisers;
    private final Mails mails;
    private final MessageSource messages;
    private final MailSettings settings;
    private final Clock clock;

    Invitations(
            LicensingCases cases,
            PartyLinks links,
            Advisers advisers,
            Mails mails,
            MessageSource messages,
            MailSettings settings,
            Clock clock) {
        this.cases = cases;
        this.links = links;
        this.advisers = advisers;
        this.mails = mails;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    private record Guest(String name, String email, Locale language) {}

    private record Notice(String template, Method method, Status status) {}

    private static final Notice INVITATION = new Notice("meeting-invitation", Method.request(), Status.confirmed());
    private static final Notice CANCELLATION = new Notice("meeting-cancellation", Method.cancel(), Status.cancelled());

    @ApplicationModuleListener
    void on(MeetingNews.Fixed fixed) {
        post(INVITATION, fixed.caseNumber(), fixed.sequence(), fixed.slot());
    }

    @ApplicationModuleListener
    void on(MeetingNews.Cancelled cancelled) {
        post(CANCELLATION, cancelled.caseNumber(), cancelled.sequence(), cancelled.slot());
    }

    private void post(Notice notice, String caseNumber, int sequence, MeetingSlot slot) {
        guests(caseNumber).forEach(guest -> {
            String when = messages.getMessage(
                    "meeting.when",
                    new Object[] {
                        DateTimeFormatter.ofPattern("yyyy-MM-dd (E) HH:mm", guest.language())
                                .format(slot.startsAt().atZone(clock.getZone()))
                    },
                    guest.language());
            mails.post(new Letter(
                    guest.email(),
                    guest.language(),
                    notice.template(),
                    List.of(caseNumber, when),
                    Map.of("name", guest.name(), "caseNumber", caseNumber, "when", when, "slot", slot),
                    calendar(notice, caseNumber, sequence, slot, guest),
                    null));
        });
    }

    private List<Guest> guests(String caseNumber) {
        LicensingCase licensingCase = cases.of(caseNumber);
        Stream<Guest> contacts = Arrays.stream(Side.values())
                .flatMap(side -> links.contact(caseNumber, side).stream())
                .map(contact -> new Guest(
                        StringUtils.defaultString(contact.name()),
                        StringUtils.defaultString(contact.email()),
                        "ja".equals(contact.language()) ? Locale.JAPANESE : Locale.ENGLISH));
        Stream<Guest> staff = Stream.of(licensingCase.licensorAdviser(), licensingCase.licenseeAdviser())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(user -> advisers.findById(user).stream())
                .map(adviser -> new Guest(adviser.name(), adviser.email(), Locale.ENGLISH));
        return Stream.concat(contacts, staff).toList();
    }

    /** Each reader is the only one named in it, so that nobody's address is passed on. */
    private String calendar(Notice notice, String caseNumber, int sequence, MeetingSlot slot, Guest guest) {
        var event = new VEvent();
        event.setUid("technical-meeting-" + caseNumber + "@kakehashi");
        event.setSequence(sequence);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(slot.startsAt()));
        event.setDateEnd(Date.from(slot.endsAt()));
        event.setSummary(messages.getMessage("meeting.event", new Object[] {caseNumber}, guest.language()));
        event.setLocation(slot.place());
        event.setStatus(notice.status());
        event.setOrganizer(new Organizer("Kakehashi", settings.from()));
        var attendee = new Attendee(guest.name(), guest.email());
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        event.addAttendee(attendee);
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setMethod(notice.method());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
