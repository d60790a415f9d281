package org.spolia.jobs.cli.stage;

import picocli.CommandLine.Option;

/** What a damaged file means. */
final class DamageFlags {
    @Option(
            names = "--strict",
            description = "end with the first batch that has a damaged file, in place of leaving the file out")
    private boolean strict;

    boolean strict() {
        return strict;
    }
}
