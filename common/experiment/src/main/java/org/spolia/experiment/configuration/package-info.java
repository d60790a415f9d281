/**
 * The configuration of an experiment: the records that mirror the YAML file, and the experiment that they resolve to.
 * It says what is to run and runs nothing.
 * Planning and jobs import it.
 */
@NullMarked
package org.spolia.experiment.configuration;

import org.jspecify.annotations.NullMarked;
