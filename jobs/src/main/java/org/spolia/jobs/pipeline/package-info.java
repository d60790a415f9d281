/**
 * The exactly-once machinery of the stages: inputs, checkpoints, batches, transactions, attempts, work items. The
 * packages of the stages import this package; it imports none of them.
 */
@NullMarked
package org.spolia.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
