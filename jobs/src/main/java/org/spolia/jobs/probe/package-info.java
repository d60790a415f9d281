/**
 * The stage probe: small predictors on frozen embeddings, by number of labels.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.probe;

import org.jspecify.annotations.NullMarked;
