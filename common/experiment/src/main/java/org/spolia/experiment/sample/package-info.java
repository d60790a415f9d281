/**
 * Which sample of a data set an embedding, a target or a picture belongs to.
 */
@NullMarked
package org.spolia.experiment.sample;

import org.jspecify.annotations.NullMarked;
