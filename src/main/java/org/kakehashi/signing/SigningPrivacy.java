package org.kakehashi.signing;

import java.util.List;
import org.kakehashi.platform.privacy.PersonalRecords;
import org.kakehashi.platform.privacy.PersonalRecords.Kept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningPrivacy {

    @Bean
    PersonalRecords signatories() {
        return new PersonalRecords(
                "Signature",
                "signature JOIN signature_request ON signature_request.id = signature.request",
                "lower(email) = lower(:person)",
                List.of("case_number", "side", "signer", "email", "at"),
                new Kept("it proves who signed a contract."));
    }
}
