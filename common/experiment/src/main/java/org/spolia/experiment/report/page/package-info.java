/**
 * The parts of a page: tables of answers, charts, figures, HTML and JSON.
 * Knows nothing of what the figures are about.
 */
@NullMarked
package org.spolia.experiment.report.page;

import org.jspecify.annotations.NullMarked;
