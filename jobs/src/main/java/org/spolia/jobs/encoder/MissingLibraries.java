package org.spolia.jobs.encoder;

import org.spolia.experiment.ExperimentException;

/** The mistake of a call of spark-submit without the libraries that run or train models. */
public final class MissingLibraries {
    private MissingLibraries() {}

    /** For a stage that runs models. */
    public static ExperimentException running(String stage, NoClassDefFoundError error) {
        return of(stage, "run models", "", error);
    }

    /** For a stage that trains models, which also needs PyTorch. */
    public static ExperimentException training(String stage, NoClassDefFoundError error) {
        return of(stage, "train models", " and the jars of the folder pytorch", error);
    }

    private static ExperimentException of(String stage, String purpose, String others, NoClassDefFoundError error) {
        return new ExperimentException(
                "Stage " + stage + " needs the libraries that " + purpose + ", but they are not on the class path ("
                        + error.getMessage() + "); give spark-submit spolia-natives.jar" + others
                        + " in --jars and in --driver-class-path, or use ./spolia, which does so",
                error);
    }
}
