/**
 * The configuration of an experiment: the records that mirror the YAML file, and the experiment that they resolve to.
 * It runs nothing. Planning and jobs import it.
 */
@NullMarked
package org.spolia.experiment.configuration;

import org.jspecify.annotations.NullMarked;
