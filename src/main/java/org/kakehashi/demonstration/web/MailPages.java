package org.kakehashi.demonstration.web;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kakehashi.platform.web.PageController;
import org.kakehashi.shared.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The mails that companies would have received. */
@PageController
@Profile("demonstration")
@RequestMapping("/demonstration/mail")
class MailPages {

    /** @param html as a mail program shows it */
    public record Received(int index, Instant at, String recipient, String subject, String html) {}

    private static final String MAIL_POLICY =
            "default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'";

    private final GreenMail catcher;

    MailPages(GreenMail catcher) {
        this.catcher = catcher;
    }

    @GetMapping
    String list(Model model) throws MessagingException, IOException {
        List<Received> mails = received();
        mails.sort(Comparator.comparing(Received::index).reversed());
        model.addAttribute("mails", mails);
        return "demonstration-mail";
    }

    @GetMapping(path = "/{index}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String read(@PathVariable int index, HttpServletResponse response) throws MessagingException, IOException {
        response.setHeader("Content-Security-Policy", MAIL_POLICY);
        return received().stream()
                .filter(mail -> mail.index() == index)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such mail; a restart forgets them."))
                .html();
    }

    private List<Received> received() throws MessagingException, IOException {
        MimeMessage[] messages = catcher.getReceivedMessages();
        List<Received> mails = new ArrayList<>();
        for (int index = 0; index < messages.length; index++) {
            MimeMessage mail = messages[index];
            mails.add(new Received(
                    index,
                    mail.getSentDate().toInstant(),
                    String.valueOf(mail.getAllRecipients()[0]),
                    mail.getSubject(),
                    html(mail)));
        }
        return mails;
    }

    private static String html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = parts.getCount() - 1; index >= 0; index--) {
                String found = html(parts.getBodyPart(index));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
