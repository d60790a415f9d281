/**
 * The stage probe, which trains small predictors on frozen embeddings, by number of labels. Only the command line
 * imports this package.
 */
@NullMarked
package org.spolia.jobs.probe;

import org.jspecify.annotations.NullMarked;
