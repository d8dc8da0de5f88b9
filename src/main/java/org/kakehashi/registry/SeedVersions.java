package org.kakehashi.registry;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SeedVersions extends Repository<SeedVersion, UUID> {

    List<SeedVersion> findBySeedNumberOrderByNumber(String seedNumber);
}
