/**
 * The stage report: one page about an experiment.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.report;

import org.jspecify.annotations.NullMarked;
