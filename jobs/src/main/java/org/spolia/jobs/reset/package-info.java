/**
 * Removes the output of a stage and of every stage that builds on it.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.reset;

import org.jspecify.annotations.NullMarked;
