package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.library.scoring.ExpressionBuilder;
import org.spolia.symbolic.library.scoring.OperatorVocabulary;
import org.spolia.symbolic.special.Exponential;

/** The functions of a part. Each has two constants; those that a function does not use are 0. */
enum PartFunction {
    /** {@code m^a}. */
    POWER(Opcode.CONSTANT) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double exponent : argument.isPositive() ? POWERS : WHOLE_POWERS) {
                if (exponent > 0 || argument.least() > 0 || argument.greatest() < 0) {
                    grid.add(new double[] {exponent, 0});
                }
            }
            return grid;
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            Columns.apply(Opcode.POW, m, a, out, m.length);
        }

        @Override
        boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
            return a == 1 || raised(tree, a, builder);
        }
    },

    /** {@code (m + a)^b}. */
    SHIFTED(Opcode.ADD) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double exponent : SHIFTED_POWERS) {
                for (double share : SHIFTS) {
                    grid.add(new double[] {share * argument.range() - argument.least(), exponent});
                    if (exponent == Math.rint(exponent)) {
                        grid.add(new double[] {-share * argument.range() - argument.greatest(), exponent});
                    }
                }
            }
            return grid;
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            Columns.apply(Opcode.ADD, m, a, out, m.length);
            if (b != 1) {
                Columns.apply(Opcode.POW, out, b, out, m.length);
            }
        }

        @Override
        boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
            return builder.shift(tree, a) && (b == 1 || raised(tree, b, builder));
        }
    },

    /** {@code exp(a m)}. */
    EXPONENTIAL(Opcode.EXP) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double rate : geometric(0.2, 40, argument.grid().ratio)) {
                grid.add(new double[] {-rate / argument.range(), 0});
                if (rate < 12) {
                    grid.add(new double[] {rate / argument.range(), 0});
                }
            }
            return grid;
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            double most = largestExponent(m, a);
            for (int row = 0; row < m.length; row++) {
                out[row] = a * m[row] - most;
            }
            Columns.apply(Opcode.EXP, out, out, m.length);
        }

        @Override
        double factor(Argument argument, double a) {
            return Exponential.exp(largestExponent(argument.values(), a));
        }

        private double largestExponent(double[] m, double a) {
            double most = Double.NEGATIVE_INFINITY;
            for (double value : m) {
                most = Math.max(most, a * value);
            }
            return most;
        }
    },

    /** {@code exp(-((m - a)/b)^2)}. */
    BELL(Opcode.EXP) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double centre : CENTRES) {
                for (double width : WIDTHS) {
                    grid.add(new double[] {argument.least() + centre * argument.range(), width * argument.range()});
                }
            }
            return argument.grid() == Grid.SINGLE ? grid : List.of();
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            for (int row = 0; row < m.length; row++) {
                double ratio = (m[row] - a) / b;
                out[row] = -(ratio * ratio);
            }
            Columns.apply(Opcode.EXP, out, out, m.length);
        }

        @Override
        boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
            return builder.shift(tree, -a)
                    && raised(tree, 2, builder)
                    && builder.scale(tree, -1 / (b * b))
                    && vocabulary.append(tree, 0, Opcode.EXP);
        }
    },

    /** {@code m exp(a m)}. */
    RISE_AND_FALL(Opcode.EXP) {
        @Override
        List<double[]> grid(Argument argument) {
            return decays(argument, 0.4);
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            super.values(m, a, b, out);
            Columns.apply(Opcode.MUL, out, m, out, m.length);
        }

        @Override
        boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
            Tree factor = ExpressionBuilder.newTree().copyFrom(tree);
            return builder.scale(tree, a)
                    && vocabulary.append(tree, 0, Opcode.EXP)
                    && OperatorVocabulary.append(tree, factor)
                    && vocabulary.append(tree, 0, Opcode.MUL);
        }
    },

    /** {@code 1 - exp(a m)}. */
    SATURATION(Opcode.EXP) {
        @Override
        List<double[]> grid(Argument argument) {
            return decays(argument, 0.25);
        }

        @Override
        void values(double[] m, double a, double b, double[] out) {
            super.values(m, a, b, out);
            Columns.apply(Opcode.SUB, 1.0, out, out, m.length);
        }

        @Override
        boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
            return builder.scale(tree, a)
                    && vocabulary.append(tree, 0, Opcode.EXP)
                    && builder.scale(tree, -1)
                    && builder.shift(tree, 1);
        }
    },

    /** {@code sin(a m + b)}. */
    SINE(Opcode.SIN) {
        @Override
        List<double[]> grid(Argument argument) {
            return waves(argument, true);
        }
    },

    /** {@code cos(a m + b)}. */
    COSINE(Opcode.COS) {
        @Override
        List<double[]> grid(Argument argument) {
            return waves(argument, false);
        }
    },

    /** {@code tanh(a m)}. */
    TANH(Opcode.TANH) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double rate : geometric(0.4, 30, argument.grid().ratio)) {
                grid.add(new double[] {rate / argument.largest(), 0});
            }
            return grid;
        }
    },

    /** {@code log(1 + a m)}. */
    LOGARITHM(Opcode.LOG) {
        @Override
        List<double[]> grid(Argument argument) {
            List<double[]> grid = new ArrayList<>();
            for (double rate : geometric(0.3, 3000, argument.grid().ratio * argument.grid().ratio)) {
                double scale = rate / argument.largest();
                if (1 + scale * argument.least() > 0) {
                    grid.add(new double[] {scale, 1});
                }
            }
            return grid;
        }
    },

    /** {@code log(m)}. */
    PLAIN_LOGARITHM(Opcode.LOG) {
        @Override
        List<double[]> grid(Argument argument) {
            return argument.isPositive() ? List.of(new double[] {1, 0}) : List.of();
        }
    };

    private static final double[] POWERS = {1, 2, 3, 0.5, 1.5, -0.5, -1, -2};
    private static final double[] WHOLE_POWERS = {1, 2, 3, -1, -2};
    private static final double[] SHIFTED_POWERS = {1, -1, 0.5, -0.5, 2, -2, -1.5, 1.0 / 3, -1.0 / 3};
    private static final double[] SHIFTS = {0.03, 0.1, 0.35, 1.2, 4};
    private static final double[] CENTRES = {0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1};
    private static final double[] WIDTHS = {0.12, 0.25, 0.5, 1};
    private static final int PHASES = 6;

    private final int opcode;

    PartFunction(int opcode) {
        this.opcode = opcode;
    }

    /** The constants to try for an argument. */
    abstract List<double[]> grid(Argument argument);

    /** The values for the values of an argument, up to a factor. */
    void values(double[] m, double a, double b, double[] out) {
        Columns.apply(Opcode.MUL, m, a, out, m.length);
        if (b != 0) {
            Columns.apply(Opcode.ADD, out, b, out, m.length);
        }
        Columns.apply(opcode, out, out, m.length);
    }

    /** The factor that {@link #values} leave out. */
    double factor(Argument argument, double a) {
        return 1;
    }

    /** Applies the function to a tree. Returns false if the operators cannot express it. */
    boolean write(Tree tree, double a, double b, ExpressionBuilder builder, OperatorVocabulary vocabulary) {
        return builder.scale(tree, a) && builder.shift(tree, b) && vocabulary.append(tree, 0, opcode);
    }

    /** Whether constants of the same family follow each other, so that one family has only neighbours on a grid. */
    boolean continues(double[] before, double[] next) {
        return switch (this) {
            case POWER -> false;
            case SHIFTED -> before[1] == next[1];
            default -> true;
        };
    }

    boolean isExpressible(OperatorVocabulary vocabulary) {
        return switch (opcode) {
            case Opcode.CONSTANT -> vocabulary.writes(Opcode.MUL);
            case Opcode.ADD -> vocabulary.shifts();
            default -> vocabulary.writes(opcode) && vocabulary.scales() && vocabulary.shifts();
        };
    }

    private static boolean raised(Tree tree, double exponent, ExpressionBuilder builder) {
        Tree base = ExpressionBuilder.newTree().copyFrom(tree);
        return builder.multiply(tree.clear(), base, exponent);
    }

    /** Rates of decay over the range of an argument that is not negative. */
    private static List<double[]> decays(Argument argument, double least) {
        List<double[]> grid = new ArrayList<>();
        if (argument.least() >= 0) {
            for (double rate : geometric(least, 40, argument.grid().ratio)) {
                grid.add(new double[] {-rate / argument.largest(), 0});
            }
        }
        return grid;
    }

    private static List<double[]> waves(Argument argument, boolean sine) {
        double range = argument.range();
        List<double[]> grid = new ArrayList<>();
        boolean anchored = argument.largest() < 1.6 * range;
        double span = anchored ? argument.largest() : range / 2;
        double step = argument.grid().phaseStep / span;
        double most = argument.grid().periods * 2 * Math.PI / range;
        for (double frequency = 0.8 * step; frequency < most; frequency += step) {
            if (anchored) {
                grid.add(new double[] {frequency, 0});
            } else if (sine) {
                double centre = argument.least() + range / 2;
                for (int phase = 0; phase < PHASES; phase++) {
                    double b = Math.PI * phase / PHASES - frequency * centre;
                    grid.add(new double[] {frequency, b - 2 * Math.PI * Math.rint(b / (2 * Math.PI))});
                }
            }
        }
        return grid;
    }

    private static List<Double> geometric(double least, double most, double ratio) {
        List<Double> values = new ArrayList<>();
        for (double value = least; value <= most; value *= ratio) {
            values.add(value);
        }
        return values;
    }
}
