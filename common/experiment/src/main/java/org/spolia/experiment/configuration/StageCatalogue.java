package org.spolia.experiment.configuration;

import java.util.List;
import java.util.ServiceLoader;
import org.spolia.symbolic.key.InvalidValueException;

/** The stages that a configuration may name. The module that runs stages provides them as a service. */
public interface StageCatalogue {
    /** The value of key {@code stages} that stands for every stage. */
    String ALL = "all";

    /** Their names, in the order in which they run. */
    List<String> names();

    /**
     * Passes when an experiment has what its stages work on.
     *
     * @throws InvalidValueException at the first key that lacks it
     */
    void require(ExperimentConfig experiment);

    /**
     * The stages of this program. A program without stages reads configurations all the same, whatever stages they
     * name.
     */
    static StageCatalogue installed() {
        return ServiceLoader.load(StageCatalogue.class, StageCatalogue.class.getClassLoader())
                .findFirst()
                .orElse(NoStages.CATALOGUE);
    }
}
