/** The command fit, its options and its display. Spark starts only if the data need it. */
@NullMarked
package org.spolia.jobs.cli.fit;

import org.jspecify.annotations.NullMarked;
