package org.kakehashi.contract;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface ToolLicenceTable extends JpaRepository<ToolLicence, String>, JpaSpecificationExecutor<ToolLicence> {}
