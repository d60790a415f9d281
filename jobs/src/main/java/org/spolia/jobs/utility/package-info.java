/**
 * The stage utility: effects of operators by field, and concepts that laws share. Only the command line imports this
 * package.
 */
@NullMarked
package org.spolia.jobs.utility;

import org.jspecify.annotations.NullMarked;
