package org.spolia.jobs.stream;

import java.io.Serializable;

/** The pure function that a task applies to its work item. An exception becomes the reason of a failed attempt. */
@FunctionalInterface
public interface ItemFunction<W extends Serializable> extends Serializable {
    ItemRows apply(W work);
}
