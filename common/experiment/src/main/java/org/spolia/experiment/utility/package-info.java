/**
 * What an experiment says about its operators: scores in, rows of the tables operator_utility, operator_transfer and cost_auc out, all
 * as pure functions put together from statistics. The order of what comes in does not matter.
 * No table; jobs reads the scores and writes the rows.
 */
@NullMarked
package org.spolia.experiment.utility;

import org.jspecify.annotations.NullMarked;
