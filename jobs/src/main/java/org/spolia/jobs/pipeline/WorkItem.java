package org.spolia.jobs.pipeline;

import java.io.Serializable;

/**
 * The work of one task.
 *
 * @param id the trial, or what the task is about where it is not about trials
 * @param work what the function needs to know
 */
public record WorkItem<W extends Serializable>(String id, W work) implements Serializable {}
