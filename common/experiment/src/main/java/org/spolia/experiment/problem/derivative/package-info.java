/**
 * The computation of derivatives for problems over features: method, window, weak form. The records mirror the keys of
 * the file.
 */
@NullMarked
package org.spolia.experiment.problem.derivative;

import org.jspecify.annotations.NullMarked;
