/**
 * The stage embed: samples become embeddings.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.embed;

import org.jspecify.annotations.NullMarked;
