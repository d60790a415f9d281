/**
 * Problems and the data sets that they give: formulas that rows are drawn from, measurements that rows are split from, rows that were
 * made of simulations and surveys, and the catalogue that reads them from YAML. It plans no trial and runs no search.
 * Configuration and planning import it.
 */
@NullMarked
package org.spolia.experiment.problem;

import org.jspecify.annotations.NullMarked;
