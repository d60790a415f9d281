/**
 * The stages plan, search and score: trials, their equations and the scores. Only the command line imports this
 * package.
 */
@NullMarked
package org.spolia.jobs.trial;

import org.jspecify.annotations.NullMarked;
