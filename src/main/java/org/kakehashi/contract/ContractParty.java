package org.kakehashi.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.directory.Organisation;
import org.kakehashi.shared.OrganisationType;
import org.kakehashi.shared.Prefecture;

/**
 * A party as it was when it signed: statistics of the past do not follow its later changes.
 *
 * @param prefecture of its seat; none where it was abroad
 */
@Embeddable
public record ContractParty(
        UUID organisation,
        String name,
        @Enumerated(EnumType.STRING) OrganisationType type,
        @Enumerated(EnumType.STRING) @Nullable Prefecture prefecture) {

    public static ContractParty of(Organisation organisation) {
        return new ContractParty(
                organisation.id(), organisation.name(), organisation.type(), organisation.prefecture());
    }
}
