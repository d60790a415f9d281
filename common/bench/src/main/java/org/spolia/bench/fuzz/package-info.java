/** Damaged files and configurations, given to what reads them: nothing but an error of ours, in bounded memory and time. */
@NullMarked
package org.spolia.bench.fuzz;

import org.jspecify.annotations.NullMarked;
