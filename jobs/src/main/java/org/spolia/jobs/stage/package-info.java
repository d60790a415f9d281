/**
 * What is known of a stage before it runs, and how far it is: declarations, attempts, counts, notes of completion.
 * Knows no stage by name.
 */
@NullMarked
package org.spolia.jobs.stage;

import org.jspecify.annotations.NullMarked;
