package org.spolia.jobs.cli.inspect;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.TextFile;
import org.spolia.jobs.cli.common.ExistingWarehouse;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.tables.digest.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code digest}. */
@Command(
        name = "digest",
        description = {
            "Print one sha256 for each table of the warehouse: equal for equal bits in any files and commits.",
            "The table attempts is left out, because it holds times."
        })
public final class DigestCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONFIG",
            description = "accepted as in other commands; the digest covers the whole warehouse")
    private @Nullable Path config;

    @Override
    public Integer call() {
        if (config != null) {
            TextFile.requireReadable(config);
        }
        for (Digest digest : Digest.all(ExistingWarehouse.open(session))) {
            System.out.println(digest.table() + "\t" + digest.sha256() + "\t" + digest.rows() + " rows");
        }
        return 0;
    }
}
