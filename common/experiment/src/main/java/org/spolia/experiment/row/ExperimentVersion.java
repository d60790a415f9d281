package org.spolia.experiment.row;

/**
 * A requested version of an experiment; the greatest number of a name is the latest version.
 *
 * @param kind {@link #TRIALS} or {@link #PROBES}
 * @param version from 1
 */
public record ExperimentVersion(String kind, String name, long version, String experimentId) {
    public static final String TRIALS = "trials";
    public static final String PROBES = "probes";
}
