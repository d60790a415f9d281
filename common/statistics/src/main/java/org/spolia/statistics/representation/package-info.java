/**
 * Comparisons of representations of the same objects: their similarity, their dimension, and the quality of retrieval.
 */
@NullMarked
package org.spolia.statistics.representation;

import org.jspecify.annotations.NullMarked;
