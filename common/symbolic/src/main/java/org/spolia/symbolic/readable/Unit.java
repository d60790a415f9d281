package org.spolia.symbolic.readable;

import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Logarithm;

/** The irrational numbers that have a name, with their cost for a reader. */
enum Unit {
    ONE(1, 0, new Tree(1).constant(1)),
    PI(Math.PI, 1, new Tree(1).constant(Math.PI)),
    PI_SQUARED(Math.PI * Math.PI, 3, new Tree(3).constant(Math.PI).constant(2).operator(Opcode.POW)),
    E(Math.E, 2, new Tree(2).constant(1).operator(Opcode.EXP)),
    LOG_10(Logarithm.log(10), 2, new Tree(2).constant(10).operator(Opcode.LOG)),
    LOG_2(Logarithm.log(2), 2, new Tree(2).constant(2).operator(Opcode.LOG)),
    ROOT_2(2),
    ROOT_3(3),
    ROOT_5(5),
    ROOT_6(6),
    ROOT_7(7),
    ROOT_10(10),
    ROOT_PI(Math.PI),
    ROOT_TWO_PI(2 * Math.PI);

    private final double value;
    private final double cost;
    private final Expression text;

    Unit(double value, double cost, Tree text) {
        this.value = value;
        this.cost = cost;
        this.text = text.toExpression();
    }

    Unit(double square) {
        this(Math.sqrt(square), 2, new Tree(2).constant(square).operator(Opcode.SQRT));
    }

    double value() {
        return value;
    }

    double cost() {
        return cost;
    }

    Expression text() {
        return text;
    }
}
