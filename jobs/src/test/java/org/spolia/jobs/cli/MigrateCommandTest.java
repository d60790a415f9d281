package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.tables.OldWarehouse;

/** Commands over the tables of an older version. */
@WithSpark
class MigrateCommandTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandRefusesAnOlderTableUntilItIsMigrated() throws IOException, InterruptedException {
        OldWarehouse old = OldWarehouse.in(folder).withOlderCandidates();
        String root = old.root().toString();
        Path config =
                Files.writeString(folder.resolve("config.yaml"), """
                name: test
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.atwood]}
                data: {train-rows: 40, test-rows: 20}
                operator-sets:
                  - {name: small, operators: [+, "*"]}
                search: {evaluations: 1000}
                stages: [plan, search]
                """.formatted(System.getProperty("spolia.root")));
        List<String[]> commands = List.of(
                new String[] {"status", "--warehouse", root},
                new String[] {"sql", "--warehouse", root, "SELECT problem FROM leaderboard"},
                new String[] {"sql", "--warehouse", root, "DESCRIBE candidates"},
                new String[] {"run", config.toString(), "--warehouse", root});
        for (String[] command : commands) {
            Captured refused = Captured.run(command);
            assertThat(refused.err()).as(String.join(" ", command)).hasSize(1);
            assertThat(refused.err().get(0))
                    .startsWith("spolia: Table ")
                    .contains("/candidates has schema version 1, but this Spolia needs 2")
                    .endsWith("migrate it with spolia migrate --warehouse " + root);
            assertThat(refused.exitCode()).isEqualTo(2);
        }

        Captured migrated = Captured.run("migrate", "--warehouse", root);
        assertThat(migrated.err()).isEmpty();
        assertThat(migrated.out())
                .first()
                .isEqualTo("candidates: added column held_out_loss, column held_out_error, constraint finite_held_out,"
                        + " property spolia.schema.version");
        for (String[] command : commands) {
            Captured accepted = Captured.run(command);
            assertThat(accepted.err()).as(String.join(" ", command)).isEmpty();
            assertThat(accepted.exitCode()).isZero();
        }
        assertThat(Captured.run("migrate", "--warehouse", root).out())
                .singleElement()
                .asString()
                .matches("\\d+ tables and all views were up to date");
    }

    @Test
    void aFolderWithoutTablesIsRefused() {
        Captured refused = Captured.run("migrate", "--warehouse", folder.toString());
        assertThat(refused.err()).hasSize(1);
        assertThat(refused.err().get(0)).contains("There are no tables in " + folder);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }
}
