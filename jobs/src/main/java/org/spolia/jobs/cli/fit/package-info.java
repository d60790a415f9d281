/**
 * The command fit, its options and its display.
 * No Spark unless the data ask for it.
 */
@NullMarked
package org.spolia.jobs.cli.fit;

import org.jspecify.annotations.NullMarked;
