/**
 * Operator sets of a configuration: lists, designs, learned sets, costs of operators.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.configuration.operator;

import org.jspecify.annotations.NullMarked;
