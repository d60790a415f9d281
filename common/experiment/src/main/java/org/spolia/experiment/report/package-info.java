/**
 * The report of an experiment: one self-contained HTML page. A figure is a query, a drawing of the query's answer and a
 * sentence about it. The page shows the query below its figure, so readers can compute every number again. The package
 * computes nothing that a query could compute, and reads nothing: jobs runs the queries.
 */
@NullMarked
package org.spolia.experiment.report;

import org.jspecify.annotations.NullMarked;
