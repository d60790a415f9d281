package org.spolia.jobs.pipeline;

import java.io.Serializable;

/** The pure function that a task applies to its trial. What it throws becomes the reason of a failed attempt. */
@FunctionalInterface
public interface ItemFunction<W extends Serializable> extends Serializable {
    ItemRows apply(W work);
}
