package org.spolia.symbolic.search.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.search.form.DescriptionLength;
import org.spolia.symbolic.search.front.Model;

/**
 * The rules that select by held-out rows. A refit saw none of these rows, but the structure of each model was found on
 * all rows, among as many candidates as there are expressions of its size. So a unit of complexity costs as much as in
 * a {@linkplain DescriptionLength description}, and the held-out rows pay for the constants only. Two models are
 * compared row by row, because most of the variation is common to both.
 */
public final class HeldOutRule {
    private record Contender(Model model, Tried tried) {
        double description() {
            return tried.nats() + structure();
        }

        double structure() {
            return DescriptionLength.NATS_PER_NODE * model.complexity();
        }
    }

    private final List<Contender> contenders = new ArrayList<>();

    /**
     * Creates the rules for models with held-out losses.
     *
     * @param models the models to select from, by complexity
     */
    public HeldOutRule(List<Model> models, Map<Model, Tried> tried) {
        for (Model model : models) {
            Tried present = tried.get(model);
            if (present != null && present.hasValues()) {
                contenders.add(new Contender(model, present));
            }
        }
    }

    public boolean isEmpty() {
        return contenders.isEmpty();
    }

    /** Returns the model with the shortest description of the held-out rows; of equal models the simplest. */
    public Model shortest() {
        return best().model();
    }

    private Contender best() {
        Contender best = contenders.get(0);
        double least = best.description();
        for (Contender contender : contenders) {
            double description = contender.description();
            if (description < least) {
                best = contender;
                least = description;
            }
        }
        return best;
    }

    /**
     * Returns the simplest model whose description is longer than the shortest by at most one standard error of the
     * difference over the rows.
     */
    public Model simplest() {
        Contender best = best();
        double[] nats = best.tried().natsByRow(best.tried());
        for (Contender contender : contenders) {
            if (contender == best || withinOneError(contender, best, nats)) {
                return contender.model();
            }
        }
        return best.model();
    }

    private static boolean withinOneError(Contender contender, Contender best, double[] natsOfBest) {
        double[] nats = contender.tried().natsByRow(best.tried());
        int rows = nats.length;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += nats[row] - natsOfBest[row];
        }
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double deviation = nats[row] - natsOfBest[row] - sum / rows;
            squares += deviation * deviation;
        }
        double error = rows > 1 ? Math.sqrt(squares * rows / (rows - 1)) : 0;
        return sum + contender.structure() - best.structure() <= error;
    }
}
