/**
 * What makes a stage exact: inputs, checkpoints, batches, transactions, attempts, one task for one unit of work.
 * The packages of the stages import it; it imports none of them.
 */
@NullMarked
package org.spolia.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
