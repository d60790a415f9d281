/**
 * The front of a search and its admission rules: checks of constraints and units, models, the hall of fame. The search
 * and the selection import it.
 */
@NullMarked
package org.spolia.symbolic.search.front;

import org.jspecify.annotations.NullMarked;
