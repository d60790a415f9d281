package org.spolia.jobs.cli.fit;

import java.util.Iterator;
import java.util.stream.Stream;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.Operator;

/** The names of the operators, for the help. */
final class KnownOperators implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(Operator.all().stream(), Definitions.PROVIDED.operators().stream())
                .map(Operator::name)
                .iterator();
    }
}
