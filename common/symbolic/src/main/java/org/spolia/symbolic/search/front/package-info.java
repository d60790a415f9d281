/**
 * What may enter the front of a search, and the front: checks of constraints and units, models, the hall of fame.
 * The search and the choice import it.
 */
@NullMarked
package org.spolia.symbolic.search.front;

import org.jspecify.annotations.NullMarked;
