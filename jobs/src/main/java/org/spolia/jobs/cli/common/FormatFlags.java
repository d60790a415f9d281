package org.spolia.jobs.cli.common;

import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.DelimitedFormat;
import picocli.CommandLine.Option;

/** The format of a delimited file, as far as options specify it. */
public final class FormatFlags {
    @Option(names = "--delimiter", paramLabel = "MARK", description = "as ',' ';' or tab; detected if not given")
    private @Nullable String delimiter;

    @Option(names = "--decimal", paramLabel = "MARK", description = "'.' or ','; detected if not given")
    private @Nullable String decimal;

    @Option(
            names = "--thousands",
            paramLabel = "MARK",
            description = "the separator of thousands: ',' '.' space \"'\" or '_'; none if not given")
    private @Nullable String thousands;

    public DelimitedFormat format() {
        try {
            DelimitedFormat format = DelimitedFormat.detected();
            if (delimiter != null) {
                format = format.withDelimiter(mark("--delimiter", delimiter));
            }
            if (decimal != null) {
                format = format.withDecimal(mark("--decimal", decimal));
            }
            return thousands == null ? format : format.withThousands(mark("--thousands", thousands));
        } catch (IllegalArgumentException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static char mark(String option, String text) {
        String plain = switch (text) {
            case "tab", "\\t" -> "\t";
            case "space" -> " ";
            default -> text;
        };
        if (plain.length() != 1) {
            throw new ExperimentException(option + " '" + text + "': must be one character, tab or space");
        }
        return plain.charAt(0);
    }
}
