/**
 * What a configuration may write in SQL: expressions over the columns of a table. It knows the text alone; the stages check the same
 * expressions again as Spark understands them. Problems and configuration import it.
 */
@NullMarked
package org.spolia.experiment.condition;

import org.jspecify.annotations.NullMarked;
