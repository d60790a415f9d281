/**
 * The stages of the program: what a stage declares, the registry that finds stages, and a run of them. The packages of
 * the stages import this package; it imports none of them.
 */
@NullMarked
package org.spolia.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
