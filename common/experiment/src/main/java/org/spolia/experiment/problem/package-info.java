/**
 * Problems and their data sets: formulas that rows are drawn from, measurements that are split into rows, rows made
 * from simulations and surveys, and the catalogue that reads them from YAML. The package neither plans trials nor runs
 * searches. Configuration and planning import it.
 */
@NullMarked
package org.spolia.experiment.problem;

import org.jspecify.annotations.NullMarked;
