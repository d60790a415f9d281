/**
 * The key probes of a configuration.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.configuration.probe;

import org.jspecify.annotations.NullMarked;
