/**
 * What every module stands on and no module owns: the engine's set-up, persistence, security and the web's common
 * ground. Knows no feature.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"shared"})
@NullMarked
package org.kakehashi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
