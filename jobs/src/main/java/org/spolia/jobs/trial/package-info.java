/**
 * The stages plan, search and score: trials, their laws and the scores of their laws.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.trial;

import org.jspecify.annotations.NullMarked;
