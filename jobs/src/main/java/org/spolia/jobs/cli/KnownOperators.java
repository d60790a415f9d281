package org.spolia.jobs.cli;

import java.util.Iterator;
import org.spolia.symbolic.expression.Operator;

/** The names of the operators, for the help. */
final class KnownOperators implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Operator.all().stream().map(Operator::name).iterator();
    }
}
