/** The result of a search: candidates, their held-out loss, counts. Records only. */
@NullMarked
package org.spolia.symbolic.search.result;

import org.jspecify.annotations.NullMarked;
