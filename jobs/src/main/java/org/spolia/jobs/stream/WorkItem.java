package org.spolia.jobs.stream;

import java.io.Serializable;

/**
 * An independent part of a batch, computed in a task of its own.
 *
 * @param id the id of the item: a trial, a data set or a file
 * @param work the input of the function
 */
public record WorkItem<W extends Serializable>(String id, W work) implements Serializable {}
