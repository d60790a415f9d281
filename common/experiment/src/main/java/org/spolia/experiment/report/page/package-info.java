/**
 * The parts of a page: tables of answers, charts, figures, HTML and JSON. The package is independent of the subject of
 * the figures.
 */
@NullMarked
package org.spolia.experiment.report.page;

import org.jspecify.annotations.NullMarked;
