package org.spolia.jobs.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;

class WarehousePlansTest {
    @Test
    void aPlanThatIsReleasedIsMadeAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                name: any
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.kepler_third]}
                operator-sets: [{name: small, operators: ["*"]}]
                """.formatted(System.getProperty("spolia.root")));
        WarehousePlans plans = new WarehousePlans(ExperimentConfig.load(file, Map.of()), () -> {
            throw new IllegalStateException("The plan needs no warehouse");
        });

        Plan plan = plans.plan();
        assertThat(plans.plan()).isSameAs(plan);
        plans.release();

        assertThat(plans.experiment()).isEqualTo(plan.experiment());
        assertThat(plans.plan()).isNotSameAs(plan);
        assertThat(plans.plan().trials()).isEqualTo(plan.trials());
        assertThat(plans.isRepeated()).isFalse();
    }
}
