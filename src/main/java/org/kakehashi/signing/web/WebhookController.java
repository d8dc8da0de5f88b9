package org.kakehashi.signing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.platform.security.CurrentUser;
import org.kakehashi.shared.Refusal;
import org.kakehashi.signing.SignatureRequest;
import org.kakehashi.signing.Signatures;
import org.kakehashi.signing.SigningServices;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where signing services tell what was signed there. Nobody signs in: each message bears the service's signature. */
@RestController
@RequestMapping("/api/v1/signatures/webhooks")
@Tag(name = "Signatures")
class WebhookController {

    private static final int LARGEST = 64 * 1024;

    private final SigningServices services;
    private final Signatures signatures;
    private final CurrentUser user;
    private final ObjectMapper json;
    private final Validator validator;

    WebhookController(
            SigningServices services, Signatures signatures, CurrentUser user, ObjectMapper json, Validator validator) {
        this.services = services;
        this.signatures = signatures;
        this.user = user;
        this.json = json;
        this.validator = validator;
    }

    /** Where the request stands by then. */
    record Heard(SignatureRequest.State state) {}

    @PostMapping(path = "/{provider}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "Tell that a side signed or declined",
            description = "For signing services. Kakehashi-Signature is t=<seconds since 1970>,v1=<HMAC-SHA256 of"
                    + " \"<t>.<body>\" with the service's secret, in hexadecimal digits>, at most five minutes old. An"
                    + " event that was told before is answered 200 and nothing happens. At most 64 KB.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = WebhookEvent.class))))
    Heard tell(
            @PathVariable String provider,
            @RequestHeader(name = "Kakehashi-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        if (!services.isKnown(provider)) {
            throw Refusal.notFound("There is no signing service " + provider + " here.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw problem(HttpStatus.PAYLOAD_TOO_LARGE, "An event has at most 64 KB.");
        }
        if (!services.isFrom(provider, signature, body)) {
            throw problem(
                    HttpStatus.UNAUTHORIZED,
                    "The header Kakehashi-Signature does not fit this body, or is older than five minutes.");
        }
        WebhookEvent event = event(body);
        return user.acting(provider + " (signing service)", Set.of(), () -> {
            signatures.tell(event.by(provider));
            return new Heard(signatures.of(event.requestId()).state());
        });
    }

    private WebhookEvent event(byte[] body) {
        WebhookEvent event;
        try {
            event = json.readValue(body, WebhookEvent.class);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("The body is not an event: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Refusal.invalid("The body is not readable.");
        }
        String faults = validator.validate(event).stream()
                .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return event;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
