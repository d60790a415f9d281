/**
 * The results of an experiment about its operators: scores in, rows of the tables operator_utility, operator_transfer
 * and cost_auc out, as pure functions based on statistics. The order of the input does not matter. The package has no
 * tables; jobs reads the scores and writes the rows.
 */
@NullMarked
package org.spolia.experiment.utility;

import org.jspecify.annotations.NullMarked;
