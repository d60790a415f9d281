/**
 * The SQL in configurations: expressions over the columns of a table. The package checks the text only; the stages
 * check the expressions again after Spark has parsed them. Problems and configuration import it.
 */
@NullMarked
package org.spolia.experiment.condition;

import org.jspecify.annotations.NullMarked;
