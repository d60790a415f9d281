/** One search on the slots of Spark. */
@NullMarked
package org.spolia.jobs.spread;

import org.jspecify.annotations.NullMarked;
