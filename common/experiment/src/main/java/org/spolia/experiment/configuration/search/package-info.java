/**
 * The key search of a configuration.
 * Records that mirror the keys of the file.
 */
@NullMarked
package org.spolia.experiment.configuration.search;

import org.jspecify.annotations.NullMarked;
