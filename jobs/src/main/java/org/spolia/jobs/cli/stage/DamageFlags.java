package org.spolia.jobs.cli.stage;

import picocli.CommandLine.Option;

/** The treatment of damaged files. */
final class DamageFlags {
    @Option(
            names = "--strict",
            description = "stop at the first batch with a damaged file instead of leaving the file out")
    private boolean strict;

    boolean strict() {
        return strict;
    }
}
