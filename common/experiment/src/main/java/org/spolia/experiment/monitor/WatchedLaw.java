package org.spolia.experiment.monitor;

import java.io.Serializable;
import java.util.List;

/**
 * A law whose windows are in the table law_windows, or will be.
 *
 * @param variables the names of the columns of its rows
 * @param expression infix; its constants keep their bits
 * @param stream the laws that are evaluated together
 */
public record WatchedLaw(String lawId, String featuresId, List<String> variables, String expression, String stream)
        implements Serializable {}
