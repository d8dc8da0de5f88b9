/**
 * The small open kernel: values that every module speaks, such as case numbers, prefectures, technology fields and
 * money, and the one way to say no, {@link org.kakehashi.shared.Refusal}. Knows neither Spring nor Camunda.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.kakehashi.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
