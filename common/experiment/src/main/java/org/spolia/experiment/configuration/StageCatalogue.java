package org.spolia.experiment.configuration;

import java.util.List;
import java.util.ServiceLoader;
import org.spolia.symbolic.key.InvalidValueException;

/** The stages that a configuration may name. The module that runs stages provides them as a service. */
public interface StageCatalogue {
    /** The value of key {@code stages} that means every stage. */
    String ALL = "all";

    /** The names of the stages, in execution order. */
    List<String> names();

    /**
     * Checks that an experiment has the inputs of its stages.
     *
     * @throws InvalidValueException at the first missing key
     */
    void require(ExperimentConfig experiment);

    /**
     * The stages of this program. A program without stages reads every configuration, and does not check the names of
     * stages.
     */
    static StageCatalogue installed() {
        return ServiceLoader.load(StageCatalogue.class, StageCatalogue.class.getClassLoader())
                .findFirst()
                .orElse(NoStages.CATALOGUE);
    }
}
