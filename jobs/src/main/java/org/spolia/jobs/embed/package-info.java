/** The stage embed, which computes embeddings of samples. Only the command line imports this package. */
@NullMarked
package org.spolia.jobs.embed;

import org.jspecify.annotations.NullMarked;
