/** The stage report: the pages about an experiment. Only the command line imports this package. */
@NullMarked
package org.spolia.jobs.report;

import org.jspecify.annotations.NullMarked;
