/**
 * Passes over more rows than fit in memory: a generation of expressions is evaluated over blocks of rows, and exact
 * sums come back that do not depend on how rows are divided into blocks. Calls the evaluator; nothing here reads or
 * writes data.
 */
@NullMarked
package org.spolia.symbolic.rows;

import org.jspecify.annotations.NullMarked;
