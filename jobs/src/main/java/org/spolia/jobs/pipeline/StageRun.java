package org.spolia.jobs.pipeline;

import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.tables.Warehouse;

/**
 * A run of stages.
 *
 * @param strict whether a damaged file ends a stage
 */
public record StageRun(ExperimentConfig config, Warehouse warehouse, boolean strict, Plans plans) {

    /**
     * Takes the right to write what a stage writes about some subjects, such as an experiment. Waits while another run
     * has it.
     */
    public Right right(StageInfo stage, String... subjects) {
        return warehouse.rights().takeAll(stage.name(), List.of(subjects));
    }
}
