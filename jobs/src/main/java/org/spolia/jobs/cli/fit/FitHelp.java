package org.spolia.jobs.cli.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of {@code fit}: its options in groups. The options for a first fit come first. */
public final class FitHelp {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        group("Data", "target features exclude weights query delimiter decimal thousands select-k-features denoise");
        group(
                "Operators, and the form of equations",
                "operators define max-size max-depth template category parameters units dimensionless-constants-only"
                        + " dimensional-constraint-penalty monotone at-least at-most domain constraints nested-constraints"
                        + " complexity-of-operators complexity-of-constants complexity-of-variables");
        group("Objective", "elementwise-loss parsimony early-stop-condition");
        group("Search", "seconds evaluations threads seed guesses resume");
        group("Selection of one equation", "select folds forward-chaining allow-gaps");
        group("Output, and use of the results", "output report sql apply complexity");
        group(
                "Evolution, in detail: names and, unless noted, defaults as in PySR",
                "evolution populations population-size batch-size precision ncycles-per-iteration mutation-weights"
                        + " crossover-probability tournament-selection-n tournament-selection-p fraction-replaced"
                        + " fraction-replaced-hof topn no-annealing alpha no-use-frequency no-use-frequency-in-tournament"
                        + " adaptive-parsimony-scaling perturbation-factor probability-negate-constant"
                        + " optimize-probability optimizer-iterations warmup-maxsize-by");
        group(
                "Tables of experiments, and Spark",
                "spread sample-rows groups master conf warehouse field experiment design verbose help version");
    }

    private FitHelp() {}

    private static void group(String heading, String names) {
        GROUPS.put(
                heading,
                Arrays.stream(names.split(" ", -1)).map(name -> "--" + name).toList());
    }

    /** Adds these groups to the help of a command. */
    public static void install(CommandLine fit) {
        fit.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        fit.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, FitHelp::options);
    }

    private static String options(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            List<OptionSpec> options =
                    names.stream().map(name -> option(help.commandSpec(), name)).toList();
            Help.Layout layout = help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(System.lineSeparator())
                    .append(help.colorScheme().ansi().string("@|bold " + heading + "|@"))
                    .append(System.lineSeparator())
                    .append(layout);
        });
        return text.toString();
    }

    private static OptionSpec option(CommandSpec fit, String name) {
        OptionSpec option = fit.findOption(name);
        if (option == null) {
            throw new IllegalStateException("The help of fit names " + name + ", which is not an option");
        }
        return option;
    }

    /** The long names of options without a group. */
    public static List<String> ungrouped(CommandSpec fit) {
        List<String> grouped = GROUPS.values().stream().flatMap(List::stream).toList();
        return fit.options().stream()
                .filter(option -> Stream.of(option.names()).noneMatch(grouped::contains))
                .map(OptionSpec::longestName)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
