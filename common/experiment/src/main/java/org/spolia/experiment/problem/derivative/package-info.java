/**
 * How the derivatives of a problem over features are computed: method, window, weak form.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.problem.derivative;

import org.jspecify.annotations.NullMarked;
