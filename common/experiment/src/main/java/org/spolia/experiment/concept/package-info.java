/** What the laws that an experiment discovered have in common, problem by problem left out: the rows of table {@code concepts}. */
@NullMarked
package org.spolia.experiment.concept;

import org.jspecify.annotations.NullMarked;
