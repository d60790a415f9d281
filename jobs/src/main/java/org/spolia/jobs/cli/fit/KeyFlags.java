package org.spolia.jobs.cli.fit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Limits;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.Records;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of a command that are keys of a record, with the names, descriptions, defaults and ranges of the keys. A
 * boolean that is true by default has an option {@code --no-NAME}.
 */
final class KeyFlags<R extends Record> {
    private final R defaults;
    private final Map<RecordComponent, OptionSpec> options = new LinkedHashMap<>();
    private @Nullable CommandSpec command;

    private KeyFlags(R defaults) {
        this.defaults = defaults;
    }

    /** Creates the options for some components, which are numbers, booleans or lists of numbers. */
    static <R extends Record> KeyFlags<R> of(R defaults, Set<String> components) {
        KeyFlags<R> flags = new KeyFlags<>(defaults);
        Arrays.stream(defaults.getClass().getRecordComponents())
                .filter(component -> components.contains(component.getName()))
                .forEach(component -> flags.options.put(component, flags.option(component)));
        return flags;
    }

    /** Creates the options for all components that are numbers or booleans. */
    static <R extends Record> KeyFlags<R> ofAll(R defaults) {
        KeyFlags<R> flags = new KeyFlags<>(defaults);
        Arrays.stream(defaults.getClass().getRecordComponents())
                .filter(component -> component.getType().isPrimitive())
                .forEach(component -> flags.options.put(component, flags.option(component)));
        return flags;
    }

    private OptionSpec option(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        String name = key.flag().isEmpty() ? Names.key(component) : key.flag();
        Object usual = Records.value(defaults, component);
        if (usual.equals(true)) {
            return OptionSpec.builder("--no-" + name)
                    .type(boolean.class)
                    .description(key.value().replaceFirst("^whether ", "turns off that "))
                    .build();
        }
        boolean list = component.getType() == List.class;
        OptionSpec.Builder option = OptionSpec.builder("--" + name)
                .type(component.getType())
                .paramLabel(list || component.getType() == double.class ? "X" : "N")
                .description(key.value() + "; default: " + (list ? "1" : text(usual)));
        return list ? option.auxiliaryTypes(Double.class).splitRegex(",").build() : option.build();
    }

    private static String text(Object value) {
        return value instanceof Double number ? Decimal.shortest(number) : value.toString();
    }

    void addTo(CommandSpec target) {
        command = target;
        options.values().forEach(target::addOption);
    }

    /**
     * Returns the record with the values of the command line.
     *
     * @throws ExperimentException if a value is out of its range; the message has the name of the option
     */
    R applied(R record) {
        Map<String, Object> changes = new HashMap<>();
        options.forEach((component, option) -> {
            if (command != null && command.commandLine().getParseResult().hasMatchedOption(option)) {
                changes.put(component.getName(), given(component, option));
            }
        });
        return Records.with(record, changes);
    }

    private Object given(RecordComponent component, OptionSpec option) {
        String name = option.longestName();
        Object value = name.startsWith("--no-") ? !option.<Boolean>getValue() : option.getValue();
        try {
            Limits.check(component, Names.key(component), value);
        } catch (InvalidValueException e) {
            throw new ExperimentException(e.named(name), e);
        }
        return value;
    }
}
