package org.spolia.experiment.monitor;

import org.jspecify.annotations.Nullable;

/**
 * The state of the test of a law after a window.
 *
 * @param experiment the name of the experiment
 * @param windowNumber from 1, for each law and split
 * @param trajectory null for a survey
 * @param loss the mean squared residual; null if it is not finite
 * @param standardError of the loss; null if it is not finite
 * @param referenceLoss the mean loss of the first windows; null if none is finite
 * @param alarm whether the law has ceased to hold, in this window or before
 * @param alarmWindow the window that raised the alarm; null without an alarm
 */
public record MonitoredWindow(
        String experiment,
        String problem,
        String lawId,
        String expression,
        String split,
        int windowNumber,
        String file,
        @Nullable Integer trajectory,
        long first,
        int rows,
        int invalidRows,
        @Nullable Double loss,
        @Nullable Double standardError,
        @Nullable Double referenceLoss,
        int referenceWindows,
        double level,
        double capital,
        double pValue,
        boolean alarm,
        @Nullable Integer alarmWindow) {}
