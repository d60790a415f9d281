/**
 * Stages over rows: streams with their checkpoints, batches and work items. Summaries over tables at pinned versions.
 * The exactly-once rule is here; see docs/decisions/exactly-once.md.
 */
@NullMarked
package org.spolia.jobs.stream;

import org.jspecify.annotations.NullMarked;
