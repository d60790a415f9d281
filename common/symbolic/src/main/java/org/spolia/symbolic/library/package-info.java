/**
 * A library of small expressions whose values differ on a sample, scored all at once against a target, and the
 * enumeration of what an unknown inner expression must equal. The search asks it for shapes; it knows neither
 * populations nor halls of fame.
 */
@NullMarked
package org.spolia.symbolic.library;

import org.jspecify.annotations.NullMarked;
