/**
 * The stages, one final class each, and what makes a row stage exact: checkpoints, transactions, attempts, one task a trial.
 * No stage knows another; the science that they call lives in common.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.stages;

import org.jspecify.annotations.NullMarked;
