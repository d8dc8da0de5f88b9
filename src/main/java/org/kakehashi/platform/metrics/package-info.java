/** What operators watch: measures that the modules name, kept as gauges for Prometheus. */
@NullMarked
package org.kakehashi.platform.metrics;

import org.jspecify.annotations.NullMarked;
