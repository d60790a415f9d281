/**
 * The report of an experiment: one self-contained HTML page. A figure is a query, a drawing of the query's answer and a sentence about
 * it; the page shows the query below its figure, so every number can be computed again by whoever reads it. Nothing is computed here
 * that a query could compute, and nothing is read: jobs runs the queries.
 */
@NullMarked
package org.spolia.experiment.report;

import org.jspecify.annotations.NullMarked;
