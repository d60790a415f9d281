/** Removes the output of a stage and of every stage that depends on it. Only the command line imports this package. */
@NullMarked
package org.spolia.jobs.reset;

import org.jspecify.annotations.NullMarked;
